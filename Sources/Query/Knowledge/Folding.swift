internal import Foundation

/// A name without case, accents and typography, for looking it up.
func folded(_ name: String) -> String {
  name.replacing("’", with: "'").replacing("\u{A0}", with: " ")
    .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
}
