/// The version of Entente, in one place: what commands print, what snapshots say wrote them, and what decides whether an
/// ingestion may go on from an earlier snapshot.
public enum EntenteVersion {
  /// It rises with each release, and with each change to what extraction finds or how a snapshot is written: two programs of
  /// one version give the same bytes for the same documents.
  public static let current = "2.0.0"
}
