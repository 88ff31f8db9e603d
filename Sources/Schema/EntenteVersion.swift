/// The version of Entente: printed by the programs, recorded in snapshots, and compared when an ingestion is to continue
/// from an earlier snapshot.
public enum EntenteVersion {
  /// It rises with each release, and with each change to what extraction finds or how a snapshot is written: two programs
  /// with the same version give the same bytes for the same documents.
  public static let current = "2.0.0"
}
