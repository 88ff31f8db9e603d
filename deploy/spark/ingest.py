"""Ingests a corpus with Spark: the same bytes as one `entente-ingest` over the same rows.

    spark-submit --files entente-ingest deploy/spark/ingest.py \
        --input s3a://archive/news --format parquet --work /shared/work --output /shared/corpus.snapshot

Rows are objects with "id" and "text" (or a page as "html" or "markdown"), and optionally "title", "date", "language",
"publisher", "source" and "file", all of them strings: what `entente-ingest` reads from JSON Lines. Folders of texts, and the
pages of a crawl in WARC files, become such rows. They are partitioned by ranges of ids. Each task pipes its rows
through the program, and puts the snapshot of its partition into the work folder; tasks then merge snapshots, level by level,
until one is left.

A task that runs again, or twice at once, does no harm: a snapshot is named after the SHA-256 of its content, and takes that
name in one step when it is whole. The work folder is one that the driver and every executor see under the same path.
"""

import argparse
import codecs
import gzip
import hashlib
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

MEMBERS = ("id", "text", "html", "markdown", "title", "date", "language", "publisher", "source", "file")

# A row, or in place of its line the reason for which its file cannot be read.
ROW = pa.schema([("id", pa.string()), ("file", pa.string()), ("line", pa.binary()), ("reason", pa.string())])
ROW_COLUMNS = "id string, file string, line binary, reason string"
# What a task tells the driver of its partition.
PART = pa.schema([("partition", pa.int32()), ("snapshot", pa.string()), ("report", pa.string())])
PART_COLUMNS = "partition int, snapshot string, report string"

# What entente-ingest takes of one document, in bytes.
LARGEST_DOCUMENT = 64 << 20

REJECTED = 3  # the exit status of entente-ingest where some inputs were rejected
NONE = 1  # and where none was taken


class IngestFailure(Exception):
    """A run of entente-ingest that gave no snapshot, with what it said."""


def rows(spark: SparkSession, paths: list[str], format: str) -> DataFrame:
    """The rows as `id`, `file`, `line`, a JSON object that may lack "file", and `reason`, null but for files without rows.

    A line of JSON is not parsed here but for its id, so that one that cannot be read is rejected as on one machine.
    """
    no_reason = F.lit(None).cast("string").alias("reason")
    if format in ("files", "warc"):
        contents = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(paths)
        read = read_archives if format == "warc" else read_files(paths)
        return contents.select("path", "content").mapInArrow(read, ROW_COLUMNS)
    if format == "jsonl":
        lines = spark.read.text(paths, lineSep="\n").where(F.trim("value") != "")
        return lines.select(
            F.coalesce(F.get_json_object("value", "$.id"), F.lit("")).alias("id"),
            F.col("_metadata.file_name").alias("file"), F.col("value").cast("binary").alias("line"), no_reason)
    table = spark.read.format(format).load(paths)
    file = F.col("_metadata.file_name")
    if "file" in table.columns:
        file = F.coalesce(F.col("file").cast("string"), file)
    given = [F.col(name).cast("string").alias(name) for name in MEMBERS if name in table.columns and name != "file"]
    return table.select(
        F.coalesce(F.col("id").cast("string"), F.lit("")).alias("id"), file.alias("file"),
        F.to_json(F.struct(*given)).cast("binary").alias("line"), no_reason)


ESCAPES = {bytes([byte]): b"\\u%04x" % byte for byte in [*range(0x20), *b'"\\']}


def line_of(members: dict[str, bytes]) -> bytes:
    """An object on one line. Its strings may be in any encoding that extends ASCII: the program recognises it."""
    escaped = {name: re.sub(rb'[\x00-\x1f"\\]', lambda match: ESCAPES[match[0]], value) for name, value in members.items()}
    return b"{" + b",".join(b'"%s":"%s"' % (name.encode(), value) for name, value in escaped.items()) + b"}"


def unpacked(stream) -> bytes:
    """What a stream holds, up to one byte more than the program takes: it then says that this is too large."""
    return stream.read(LARGEST_DOCUMENT + 1)


def batch_of(found: list[tuple[str, str, bytes | None, str | None]]) -> pa.RecordBatch:
    columns = zip(*found) if found else ((),) * len(ROW.names)
    return pa.RecordBatch.from_pydict(dict(zip(ROW.names, map(list, columns))), schema=ROW)


def read_files(roots: list[str]):
    """The function for `mapInArrow` that makes a row of each .txt, .md and .html, perhaps .gz, named as on one machine."""
    members = {".txt": "text", ".md": "markdown", ".html": "html"}

    def name_of(path: str) -> str:
        below = [path.split(root.rstrip("/") + "/", 1)[1] for root in roots if root.rstrip("/") + "/" in path]
        return below[0] if below else path.rsplit("/", 1)[-1]

    def read(batches):
        for batch in batches:
            found = []
            for path, content in zip(batch.column("path").to_pylist(), batch.column("content").to_pylist()):
                name = name_of(path)
                is_packed = name.lower().endswith(".gz")
                id, ending = os.path.splitext(name[:-3] if is_packed else name)
                if ending.lower() not in members:
                    continue
                try:
                    content = unpacked(gzip.GzipFile(fileobj=io.BytesIO(content)) if is_packed else io.BytesIO(content))
                except (OSError, EOFError, zlib.error) as error:
                    found.append((id, name, None, f"it cannot be unpacked: {error}"))
                    continue
                if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                    content = content.decode("utf-16", "replace").encode()
                text = content.removeprefix(codecs.BOM_UTF8)
                found.append((id, name, line_of({"id": id.encode(), members[ending.lower()]: text}), None))
            yield batch_of(found)

    return read


def read_archives(batches):
    """The function for `mapInArrow` that makes a row of each page (WARC) or text (WET) of a crawl, with its address as id."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    for batch in batches:
        for path, content in zip(batch.column("path").to_pylist(), batch.column("content").to_pylist()):
            found, file = [], path.rsplit("/", 1)[-1]
            try:
                for record in ArchiveIterator(io.BytesIO(content)):
                    address = record.rec_headers.get_header("WARC-Target-URI") or ""
                    if record.rec_type == "conversion":
                        member, text = "text", unpacked(record.content_stream())
                    elif record.rec_type == "response" and is_page(record.http_headers):
                        member, text = "html", in_utf8(unpacked(record.content_stream()), record.http_headers)
                    else:
                        continue
                    name = address.encode(errors="replace")
                    found.append((name.decode(), file, line_of({"id": name, "source": name, member: text}), None))
            except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
                found.append((file, file, None, f"the archive cannot be read on after {len(found)} pages: {error}"))
            yield batch_of(found)


def is_page(headers) -> bool:
    kind = (headers.get_header("Content-Type") or "").lower() if headers else ""
    return bool(headers) and headers.get_statuscode() == "200" and kind.startswith(("text/html", "application/xhtml"))


def in_utf8(page: bytes, headers) -> bytes:
    """The page in UTF-8 where its header or its first kilobyte names another encoding; else as it is."""
    kind = headers.get_header("Content-Type") or ""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.I) or re.search(
        r"charset\s*=\s*[\"']?([\w.:-]+)", page[:1024].decode("ascii", "replace"), re.I)
    if not named or named[1].lower() in ("utf-8", "utf8"):
        return page
    # The encodings that the program reads too; what is in another is left to it, as it is.
    encodings = {"iso-8859-15": "iso-8859-15", "utf-16": "utf-16", "macintosh": "mac-roman"} | dict.fromkeys(
        # Browsers read the one as the other.
        ("windows-1252", "cp1252", "iso-8859-1", "latin1", "ascii", "us-ascii"), "windows-1252")
    try:
        return page.decode(encodings[named[1].lower()]).encode()
    except (KeyError, UnicodeError):
        return page


class Program:
    """`entente-ingest` on the machine of an executor."""

    def __init__(self, path: str, work: str, options: list[str]):
        self.path, self.work, self.options = path, work, options

    @property
    def executable(self) -> str:
        """The one that was shipped with the job (`--files`), else that of the machine."""
        shipped = Path(SparkFiles.get(os.path.basename(self.path)))
        if not shipped.is_file():
            return self.path
        if not os.access(shipped, os.X_OK):
            shipped.chmod(0o755)
        return str(shipped)

    def run(self, arguments: list[str], lines=None) -> tuple[str | None, dict]:
        """Runs the program with an output in the work folder; `lines` go to its standard input.

        Returns the path of the snapshot, which is named after its content, and what the program reports.
        None in place of the path: not one row could be taken.
        """
        with tempfile.TemporaryDirectory(prefix=".attempt-", dir=self.work) as folder:
            output = os.path.join(folder, "snapshot")
            with subprocess.Popen(
                [self.executable, *arguments, "--output", output, *self.options],
                stdin=subprocess.PIPE if lines is not None else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            ) as process:
                said: list[bytes] = []
                listener = threading.Thread(target=lambda: said.append(process.stderr.read()), daemon=True)
                listener.start()
                is_fed = True
                try:
                    if lines is not None:
                        with process.stdin:
                            for line in lines:
                                process.stdin.write(line)
                except BrokenPipeError:
                    is_fed = False  # it ended early; what it said tells why
                except BaseException:
                    process.kill()
                    raise
                process.wait()
                listener.join()
            report = read_report(output)
            if process.returncode == NONE and report["rejected"]:
                return None, report
            if not is_fed or process.returncode not in (0, REJECTED):
                raise IngestFailure(f"entente-ingest ended with {process.returncode}: {said[0].decode(errors='replace')}")
            return self.keep(output), report

    def keep(self, output: str) -> str:
        """Gives a snapshot the name of its content."""
        digest = hashlib.sha256()
        with open(output, "rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
        path = os.path.join(self.work, digest.hexdigest() + ".snapshot")
        os.replace(output, path)
        return path


def read_report(output: str) -> dict:
    try:
        with open(output + ".report.json", encoding="utf-8") as file:
            return {"rejected": [], "remarks": [], **json.load(file)}
    except FileNotFoundError:
        return {"rejected": [], "remarks": []}


def with_file(line: bytes, file: str) -> bytes:
    """The line with the name of its file, unless it says one itself: of two members of one name the last one counts."""
    object = line.lstrip()
    if file and object.startswith(b"{"):
        line = b'{"file":' + json.dumps(file).encode() + b"," + object[1:]
    return line.replace(b"\n", b" ") + b"\n"


def ingest_partition(program: Program):
    """The function for `mapInArrow`: a partition in, one row about its snapshot out."""

    def ingest(batches):
        from pyspark import TaskContext

        partition = TaskContext.get().partitionId()
        unread: list[dict] = []

        def lines():
            for batch in batches:
                for row in batch.to_pylist():
                    if row["reason"] is None:
                        yield with_file(row["line"], row["file"])
                    else:
                        unread.append({"input": row["file"], "reason": row["reason"]})

        rest = lines()
        # Where there are few rows, some partitions have none.
        first = next(rest, None)
        if first is None and not unread:
            return
        snapshot, report = None, {"rejected": [], "remarks": []}
        if first is not None:
            snapshot, report = program.run(["-"], itertools.chain([first], rest))
        for finding in report["rejected"] + report["remarks"]:
            if finding["input"].startswith("-:"):
                finding["input"] = f"partition {partition}, row {finding['input'][2:]}"
        report["rejected"] += unread
        yield pa.RecordBatch.from_pydict(
            {"partition": [partition], "snapshot": [snapshot], "report": [json.dumps(report)]}, schema=PART)

    return ingest


def merge_all(spark: SparkSession, program: Program, snapshots: list[str], fan_in: int) -> tuple[list[str], list[dict]]:
    """Merges level by level until at most `fan_in` snapshots are left; those, and what was reported."""
    reports: list[dict] = []
    while len(snapshots) > fan_in:
        groups = [snapshots[first : first + fan_in] for first in range(0, len(snapshots), fan_in)]
        merged = spark.sparkContext.parallelize(groups, len(groups)).map(
            lambda group: program.run(["merge", *group]) if len(group) > 1 else (group[0], {})).collect()
        snapshots = [path for path, _ in merged]
        reports += [report for _, report in merged]
    return snapshots, reports


def publish(program: Program, snapshots: list[str], output: str, generation: int) -> dict:
    """Merges the last snapshots into the output, which the program replaces in one step."""
    ended = subprocess.run(
        [program.executable, "merge", *snapshots, "--output", output, "--generation", str(generation), *program.options],
        stderr=subprocess.PIPE, check=False)
    if ended.returncode not in (0, REJECTED):
        raise IngestFailure(f"entente-ingest merge ended with {ended.returncode}: {ended.stderr.decode(errors='replace')}")
    return read_report(output)


def write_report(output: str, reports: list[dict]) -> int:
    """Writes what was found by all tasks beside the output, in one step; the number of rejections."""
    whole = {}
    for kind in ("rejected", "remarks"):
        unique = {json.dumps(finding, sort_keys=True) for report in reports for finding in report.get(kind, [])}
        whole[kind] = [json.loads(finding) for finding in sorted(unique)]
    path = output + ".report.json"
    if not any(whole.values()):
        Path(path).unlink(missing_ok=True)
        return 0
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path) or ".", delete=False, encoding="utf-8") as file:
        json.dump(whole, file, ensure_ascii=False, indent=2, sort_keys=True)
    os.replace(file.name, path)
    return len(whole["rejected"])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", action="append", required=True, help="what Spark reads; may be given several times")
    parser.add_argument("--format", default="jsonl", choices=["jsonl", "parquet", "files", "warc"])
    parser.add_argument("--output", required=True, help="the snapshot, on the machine of the driver")
    parser.add_argument("--work", required=True, help="a folder that the driver and all executors share")
    parser.add_argument("--program", default="entente-ingest", help="its path, or its name where it is shipped with --files")
    parser.add_argument("--partitions", type=int, default=0, help="0: as many as the cluster runs tasks at once")
    parser.add_argument("--fan-in", type=int, default=8, help="how many snapshots are merged at a time")
    parser.add_argument("--memory", default="512M", help="of each run of the program")
    parser.add_argument("--generation", type=int, default=1)
    parser.add_argument("--no-extract", action="store_true")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if options.fan_in < 2:
        sys.exit("--fan-in takes 2 or more")
    spark = SparkSession.builder.appName("entente-ingest").getOrCreate()
    os.makedirs(options.work, exist_ok=True)
    work = tempfile.mkdtemp(prefix="entente-", dir=options.work)
    os.chmod(work, 0o777)
    # A task has one core, as Spark counts.
    program = Program(options.program, work, ["--threads", "1", "--memory", options.memory])
    build = Program(program.path, work, program.options + (["--no-extract"] if options.no_extract else []))
    partitions = options.partitions or spark.sparkContext.defaultParallelism
    try:
        parts = (
            rows(spark, options.input, options.format)
            .repartitionByRange(partitions, "id")
            .mapInArrow(ingest_partition(build), PART_COLUMNS)
            .collect()
        )
        reports = [json.loads(part.report) for part in parts]
        snapshots = sorted(part.snapshot for part in parts if part.snapshot)
        if not snapshots:
            write_report(options.output, reports)
            print("there are no documents to ingest", file=sys.stderr)
            return NONE
        snapshots, merging = merge_all(spark, program, snapshots, options.fan_in)
        last = publish(program, snapshots, options.output, options.generation)
        rejected = write_report(options.output, reports + merging + [last])
    finally:
        shutil.rmtree(work, ignore_errors=True)
        spark.stop()
    print(f"{options.output}: {len(parts)} partitions, {rejected} rejected")
    return REJECTED if rejected else 0


if __name__ == "__main__":
    sys.exit(main())
