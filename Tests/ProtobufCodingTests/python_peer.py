"""Google's own protobuf, as a peer of the Swift tests.

Reads commands from stdin, answers on stdout. Integers are u32 little endian; a blob is its length and its bytes.

  check COUNT (binary json){COUNT}   ->  (complaint binary json){COUNT}
      Decodes both forms of each message, complains where they differ, and encodes the one that was read as binary
      back to binary and the one that was read as JSON back to JSON.
  make COUNT SEED                    ->  (binary json){COUNT}
      Random messages of its own.

usage: python_peer.py FOLDER_OF_PROTO
"""

import importlib
import math
import random
import struct
import subprocess
import sys
import tempfile

from google.protobuf import json_format
from google.protobuf.descriptor import FieldDescriptor

source, sink = sys.stdin.buffer, sys.stdout.buffer


def load(folder):
    """The module that protoc makes of every_field.proto."""
    stubs = tempfile.TemporaryDirectory()
    subprocess.run(["protoc", "-I", folder, "--python_out", stubs.name, folder + "/every_field.proto"], check=True)
    sys.path.insert(0, stubs.name)
    module = importlib.import_module("every_field_pb2")
    stubs.cleanup()
    return module


def read_integer():
    data = source.read(4)
    if len(data) < 4:
        sys.exit(0)
    return struct.unpack("<I", data)[0]


def read_blob():
    return source.read(read_integer())


def write_blob(data):
    sink.write(struct.pack("<I", len(data)) + data)


def binary(message):
    return message.SerializeToString(deterministic=True)


def check(message_type, encoded, json):
    complaint, from_binary, from_json = "", message_type(), message_type()
    try:
        from_binary.ParseFromString(encoded)
        json_format.Parse(json.decode("utf-8"), from_json)
        # The bytes tell more than ==, to which NaN is not equal.
        if binary(from_binary) != binary(from_json):
            complaint = "binary and JSON differ:\n%s\n---\n%s" % (from_binary, from_json)
    except Exception as error:
        complaint = "%s: %s\n%s" % (type(error).__name__, error, json.decode("utf-8", "replace")[:2000])
    write_blob(complaint.encode("utf-8", "replace"))
    write_blob(binary(from_binary))
    write_blob(json_format.MessageToJson(from_json).encode("utf-8"))


# Random messages, by reflection

RANGES = {
    FieldDescriptor.CPPTYPE_INT32: (-(1 << 31), (1 << 31) - 1),
    FieldDescriptor.CPPTYPE_INT64: (-(1 << 63), (1 << 63) - 1),
    FieldDescriptor.CPPTYPE_UINT32: (0, (1 << 32) - 1),
    FieldDescriptor.CPPTYPE_UINT64: (0, (1 << 64) - 1),
}


# No negative zero: Swift writes -0 for it, as C++ does, and Python reads that as the integer 0.
def random_float(single):
    value = random.choice([0.0, math.nan, math.inf, -math.inf, 1.5, random.uniform(-1e6, 1e6), 1e-30, -3e38])
    return struct.unpack("<f", struct.pack("<f", value))[0] if single else value


def random_scalar(field):
    kind = field.cpp_type
    if kind in RANGES:
        low, high = RANGES[kind]
        return random.choice([low, high, 0, 1, random.randint(low, high)])
    if kind == FieldDescriptor.CPPTYPE_BOOL:
        return random.random() < 0.5
    if kind == FieldDescriptor.CPPTYPE_ENUM:
        return random.choice([0, 1, 2, 3, 12345, -7])
    if kind in (FieldDescriptor.CPPTYPE_FLOAT, FieldDescriptor.CPPTYPE_DOUBLE):
        return random_float(kind == FieldDescriptor.CPPTYPE_FLOAT)
    if field.type == FieldDescriptor.TYPE_BYTES:
        return random.randbytes(random.randrange(12))
    return "".join(random.choices("aZ0 é’日🛰\"\\\n\0\u2028", k=random.randrange(8)))


def fill(message, depth):
    if message.DESCRIPTOR.full_name == "google.protobuf.Timestamp":
        message.seconds = random.randint(-62135596800, 253402300799)
        message.nanos = random.choice([0, 5_000_000, 7000, 9, 999_999_999])
        return
    if message.DESCRIPTOR.full_name == "google.protobuf.Duration":
        sign = random.choice([-1, 1])
        message.seconds = sign * random.choice([0, 1, 315576000000])
        message.nanos = sign * random.choice([0, 5_000_000, 7000, 9]) if abs(message.seconds) < 2 else 0
        return
    for field in message.DESCRIPTOR.fields:
        if random.random() < 0.6 or depth == 0 and field.message_type:
            continue
        value = getattr(message, field.name)
        if field.message_type and field.message_type.GetOptions().map_entry:
            key, mapped = field.message_type.fields
            for _ in range(random.randrange(3)):
                if mapped.message_type:
                    fill(value[random_scalar(key)], depth - 1)
                else:
                    value[random_scalar(key)] = random_scalar(mapped)
        elif field.label == FieldDescriptor.LABEL_REPEATED:
            for _ in range(random.randrange(4)):
                if field.message_type:
                    fill(value.add(), depth - 1)
                else:
                    value.append(random_scalar(field))
        elif field.message_type:
            value.SetInParent()
            fill(value, depth - 1)
        else:
            setattr(message, field.name, random_scalar(field))


def main():
    message_type = load(sys.argv[1]).EveryField
    while True:
        command = read_blob()
        count = read_integer()
        if command == b"check":
            # All of it is read before the first answer, so that neither side waits on a full pipe.
            messages = [(read_blob(), read_blob()) for _ in range(count)]
            for encoded, json in messages:
                check(message_type, encoded, json)
        else:
            random.seed(read_integer())
            for _ in range(count):
                message = message_type()
                fill(message, 4)
                write_blob(binary(message))
                write_blob(json_format.MessageToJson(message).encode("utf-8"))
        sink.flush()


main()
