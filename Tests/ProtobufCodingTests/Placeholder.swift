import Testing
import ProtobufCoding
@Suite struct S { @Test func `a b`() { #expect(1 == 1) } }
