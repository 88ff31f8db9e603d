"""Schemas that protoc accepts and that are meant to break a generator of Swift.

Names are Swift's keywords, those of its standard library and of the runtime, those that generated code uses itself, and
variants of them in case and underscores; types hide each other, hold each other and stand in several files; comments, JSON
names and prefixes hold anything.

usage: hostile_schemas.py SEED COUNT FOLDER
Writes COUNT folders of .proto files, FOLDER/0 and on. The same seed gives the same schemas.
"""

import os
import random
import subprocess
import sys

KEYWORDS = """associatedtype borrowing class consuming deinit enum extension fileprivate func import init inout internal let
nonisolated open operator precedencegroup private protocol public rethrows static struct subscript typealias var break case
catch continue default defer do else fallthrough for guard if in repeat return switch throw where while Any as await false is
nil self Self super throws true try async actor any some each macro package sending isolated unsafe copy consume discard
yield then get set willSet didSet convenience dynamic final indirect infix lazy left mutating none nonmutating optional
override postfix precedence prefix Protocol required right Type unowned weak _modify _read""".split()
STANDARD = """Int Int8 Int32 Int64 UInt UInt8 UInt32 UInt64 Float Double Bool String Character Array Dictionary Set Optional
Never Void Hashable Hasher Equatable Comparable Sendable Codable Encodable Decodable Encoder Decoder CodingKey CodingKeys
Error Result RawRepresentable RawSpan Span Swift StringLiteralType IntegerLiteralType FloatLiteralType BooleanLiteralType
AnyObject Element Key Value RawValue SIMD Foundation Unicode UTF8 Identifiable Task MainActor Mirror""".split()
RUNTIME = """ProtobufCoding ProtobufMessage ProtobufEnum ProtobufReader ProtobufWriter ProtobufError ProtobufSize
ProtobufJSONReader ProtobufJSONWriter ProtobufJSONKey ProtobufJSONValue ProtobufJSONMapKey ProtobufTimestamp TTRPC RPCError
RPCChannel RPCClient RPCServer CallContext CallOptions ResponseWriter ResponseStream ServiceDescriptor""".split()
LOCAL = """reader writer tag size value key json decoder encoder count merge write encode protobuf protobufName protobufSize
protobufBytes hashValue hash rawValue description message request context responses options channel unrecognized none some
storage from into first last map reversed sorted unary serverStreaming name index item kind type data text id""".split()
PLAIN = "ship harbour crew cargo voyage".split()
SCALARS = """double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string
bytes""".split()
MAP_KEYS = "int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string".split()
ODD = ['"', "\\", "\n", "\t", "\r", "\\(fatalError())", "`", "*/", "/*", "é", "日", "\u2028", "\u202e", "\0", " ", "$", "#", "'", "//"]


class Schema:
    """One or more files, of which later ones import earlier ones."""

    def __init__(self, random):
        self.random = random
        self.types = []  # full names of (kind, name)
        self.files = {}

    def chance(self, one_in):
        return self.random.randrange(one_in) == 0

    def name(self, taken, near=()):
        """A name whose JSON form and case-blind form are new, unless by chance they are to be refused by us."""
        while True:
            pool = self.random.choice([KEYWORDS, STANDARD, RUNTIME, LOCAL, PLAIN, list(near) or PLAIN])
            name = self.vary(self.random.choice(pool))
            key = name.replace("_", "").lower()
            if name not in taken and (key not in taken or self.chance(40)):
                taken.update([name, key])
                return name

    def vary(self, name):
        change = self.random.randrange(14)
        if change == 0:
            return name.lower()
        if change == 1:
            return name.upper()
        if change == 2:
            return name[0].upper() + name[1:]
        if change == 3:
            return name[0].lower() + name[1:]
        if change == 4:
            return "_" + name
        if change == 5:
            return name + "_"
        if change == 6:
            return "".join(("_" + c.lower() if c.isupper() and i else c.lower()) for i, c in enumerate(name))
        if change == 7:
            return "_%d%s" % (self.random.randrange(10), self.random.choice(["", "d", "_x", name]))
        if change == 8:
            return self.random.choice(["_", "__", "___", "_1", "__2"])
        if change == 9:
            return name + str(self.random.randrange(3))
        return name

    def odd_text(self):
        return "".join(self.random.choice(ODD + PLAIN) for _ in range(self.random.randrange(1, 6)))

    def comment(self, indent):
        if not self.chance(4):
            return ""
        text = self.odd_text().replace("\0", "").replace("\n", "\n%s// " % indent)
        return "%s// %s\n" % (indent, text)

    def json_name(self):
        text = "".join("\\x%02x" % byte for byte in self.odd_text().encode()) + str(self.random.randrange(10**6))
        return ' [json_name = "%s"]' % text

    # Elements

    def enum(self, name, indent):
        lines = ["%senum %s {" % (indent, name)]
        has_aliases = self.chance(3)
        values, taken = [], set()
        for index in range(self.random.randrange(1, 6)):
            value = self.name(taken)
            if self.chance(2):
                value = "".join(("_" + c if c.isupper() and i else c) for i, c in enumerate(name)).upper() + "_" + value.upper()
            number = 0 if index == 0 else self.random.choice([index, index, -index, index * 100_000_000])
            values.append((value, number))
        if has_aliases:
            values.append((self.name(taken), values[-1][1]))
            lines.append(indent + "  option allow_alias = true;")
        for value, number in values:
            lines.append("%s%s  %s = %d;" % (self.comment(indent + "  "), indent, value, number))
        return "\n".join(lines + [indent + "}"])

    def declare(self, scope, depth, near):
        """The types of a scope first, so that fields may refer to any of them."""
        declared, taken = [], set()
        for _ in range(self.random.randrange(1, 5) if depth == 0 else self.random.randrange(0, 3 - depth // 2)):
            name = self.name(taken, near)
            kind = "enum" if self.chance(4) else "message"
            full = "%s.%s" % (scope, name)
            self.types.append((kind, full))
            nested = self.declare(full, depth + 1, near + [name]) if kind == "message" and depth < 3 else ([], set())
            declared.append((kind, name, nested))
        return declared, taken

    def field_type(self):
        if self.types and self.chance(2):
            return self.random.choice(self.types)[1]
        if self.chance(12):
            return "google.protobuf." + self.random.choice(["Timestamp", "Duration"])
        return self.random.choice(SCALARS)

    def message(self, name, nested, indent, near):
        declared, taken = nested
        inner = indent + "  "
        lines = ["%s%smessage %s {" % (self.comment(indent), indent, name)]
        lines += self.types_of(declared, inner, near + [name])
        number = 0
        names = [n for _, n, _ in declared] + near + [name]
        for _ in range(self.random.randrange(0, 7)):
            number += self.random.choice([1, 1, 1, 17, 3000])
            field = self.name(taken, names)
            json = self.json_name() if self.chance(6) else ""
            choice = self.random.randrange(6)
            if choice == 0:
                lines.append("%soneof %s {" % (inner, field))
                for _ in range(self.random.randrange(1, 4)):
                    number += 1
                    lines.append(
                        "%s%s  %s %s = %d;" % (self.comment(inner + "  "), inner, self.field_type(), self.name(taken, names), number))
                lines.append(inner + "}")
            elif choice == 1:
                key = self.random.choice(MAP_KEYS)
                lines.append("%smap<%s, %s> %s = %d%s;" % (inner, key, self.field_type(), field, number, json))
            else:
                label = ["repeated ", "optional ", "", ""][choice - 2]
                lines.append("%s%s%s%s %s = %d%s;" % (self.comment(inner), inner, label, self.field_type(), field, number, json))
        return "\n".join(lines + [indent + "}"])

    def types_of(self, declared, indent, near):
        return [
            self.enum(name, indent) if kind == "enum" else self.message(name, nested, indent, near)
            for kind, name, nested in declared
        ]

    def service(self, name):
        messages = [full for kind, full in self.types if kind == "message"]
        lines, taken = [self.comment("") + "service %s {" % name], set()
        for _ in range(self.random.randrange(0, 5) if messages else 0):
            stream = "stream " if self.chance(3) else ""
            lines.append(
                "%s  rpc %s(%s) returns (%s%s);"
                % (self.comment("  "), self.name(taken, [name]), self.random.choice(messages), stream, self.random.choice(messages)))
        return "\n".join(lines + ["}"])

    def file(self, path, imports):
        package = ".".join(self.vary(self.random.choice(KEYWORDS + STANDARD + PLAIN)) for _ in range(self.random.randrange(3)))
        lines = ['syntax = "proto3";']
        if package:
            lines.append("package %s;" % package)
        lines += ['import "%s";' % name for name in imports]
        lines += ['import "google/protobuf/timestamp.proto";', 'import "google/protobuf/duration.proto";']
        if self.chance(4):
            lines.append('option swift_prefix = "%s";' % self.random.choice(["X", "_", "swift", "A1"]))
        scope = "." + package if package else ""
        declared, taken = self.declare(scope, 0, [])
        lines += self.types_of(declared, "", [])
        for _ in range(self.random.randrange(3)):
            lines.append(self.service(self.name(taken)))
        self.files[path] = "\n\n".join(lines) + "\n"

    def write(self, folder):
        for path, text in self.files.items():
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(text.replace("\n", "\r\n") if self.chance(8) else text)


def make(seed):
    schema = Schema(random.Random(seed))
    paths = ["main.proto", "sub/main.proto", "sub/other.proto"][: schema.random.choice([1, 1, 2, 3])]
    for index, path in enumerate(paths):
        schema.file(path, paths[:index])
    return schema


def accepted(folder, paths):
    run = subprocess.run(
        ["protoc", "-I", folder, "--descriptor_set_out=" + os.devnull] + paths, cwd=folder, capture_output=True)
    return run.returncode == 0


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    tried = 0
    for index in range(count):
        while True:
            target = os.path.join(folder, str(index))
            schema = make("%d/%d" % (seed, tried))
            tried += 1
            schema.write(target)
            if accepted(target, list(schema.files)):
                break
            for path in schema.files:
                os.remove(os.path.join(target, path))
    print("%d schemas of %d that were tried" % (count, tried))


if __name__ == "__main__":
    main()
