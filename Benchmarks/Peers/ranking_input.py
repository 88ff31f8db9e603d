"""Write what LuceneRanking reads. usage: ranking_input.py DOCUMENTS.jsonl QUESTIONS.jsonl OUT_FOLDER"""
import json, os, sys

documents, questions, out = sys.argv[1:4]
os.makedirs(out, exist_ok=True)
flat = lambda text: " ".join(text.split())
with open(os.path.join(out, "documents.tsv"), "w", encoding="utf-8") as tsv:
    for line in open(documents, encoding="utf-8"):
        document = json.loads(line)
        tsv.write(f'{document["id"]}\t{flat(document["title"])}. {flat(document["text"])}\n')
with open(os.path.join(out, "questions.tsv"), "w", encoding="utf-8") as tsv:
    for line in open(questions, encoding="utf-8"):
        question = json.loads(line)
        tsv.write(f'{" ".join(question["ids"])}\t{flat(question["question"])}\n')
