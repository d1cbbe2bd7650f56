"""Tables: every row a document, whatever parts the fields and whatever the columns are called."""

import gzip
import json
import unittest

from support import ProgramTest

STORM = "The harbour of Ostrell closed for nine days after the storm, and 40 boats were lost, said the mayor of the town."
JAM = "Plum jam wants patience, sugar, a wide pan and a wooden spoon."


class Tables(ProgramTest):
    def documents(self, *arguments):
        return self.report("compare", *arguments)["documents"]

    def test_columns_are_known_by_common_names_behind_any_delimiter(self):
        for delimiter in ",;\t|":
            rows = [["ID", "Headline", "Body", "Published", "Outlet", "Link", "Rating"],
                    ["7", "Ferry", f'"{STORM}\r\n""So"" it is."', "2031-03-04", "Courier", "https://example.org/7", "5"],
                    ["8", "Jam", f'"{JAM}"', "", "", "", ""]]
            self.write("a.csv", "\r\n".join(delimiter.join(row) for row in rows))
            ferry, jam = self.documents("a.csv")
            self.assertEqual((ferry["id"], ferry["where"], ferry["title"], ferry["date"], ferry["source"], ferry["url"]),
                             ("7", "a.csv:2", "Ferry", "2031-03-04", "Courier", "https://example.org/7"))
            self.assertEqual((ferry["text"], ferry["extra"], ferry["extracted"]), (f'{STORM}\r\n"So" it is.', {"Rating": "5"}, "csv"))
            self.assertEqual((jam["where"], jam["text"], jam["title"], jam["date"], jam["extra"]), ("a.csv:4", JAM, "Jam", None, {}))

    def test_a_chosen_column_comes_before_a_common_one(self):
        self.write("a.csv", f'text,note\nx,"{JAM}"\n')
        self.assertEqual(self.documents("a.csv", "--text-field", "NOTE")[0]["text"], JAM)
        self.assertEqual(self.documents("a.csv")[0]["text"], "x")

    def test_a_first_line_may_name_the_delimiter(self):
        self.write("a.csv", f'\ufeffsep=;\r\nid;text\r\n1;"{STORM}"\r\n2;"{STORM}"\r\n3;"{JAM}"\r\n')
        self.assertEqual([(d["id"], d["where"]) for d in self.documents("a.csv")], [("1", "a.csv:3"), ("2", "a.csv:4"), ("3", "a.csv:5")])
        self.assertEqual(self.reprise("dedup", "a.csv", "-o", "out.csv").code, 0)
        self.assertEqual((self.folder / "out.csv").read_bytes().decode(), f'\ufeffsep=;\r\nid;text\r\n1;"{STORM}"\r\n3;"{JAM}"\r\n')

    def test_dates_are_read_as_spreadsheets_and_people_write_them(self):
        dates = {"18 Nov 2031": "2031-11-18", "2031/11/18": "2031-11-18", "Mon, 18 Nov 2031 08:57:40 GMT": "2031-11-18T08:57:40Z", "2031": "2031",
                 "18.11.2031 08:57": "2031-11-18T08:57", "11/18/2031": "2031-11-18", "03/04/2031": None, "soon": None}
        self.write("a.csv", "text;date\n" + "".join(f'"{JAM}";"{date}"\n' for date in dates))
        self.assertEqual([d["date"] for d in self.documents("a.csv")], list(dates.values()))

    def test_a_field_that_no_record_has_is_said_with_those_that_are_there(self):
        self.write("a.csv", f"text,headline,n\n{JAM.replace(',', '')},Jam,1\n")
        self.write("b.jsonl", json.dumps({"text": STORM, "headlin": "Ferry"}))
        self.assertIn("--title-field: no record has the field 'headlin'; the first has: headline, n; check the name of the field",
                      self.reprise("compare", "a.csv", "--title-field", "headlin").err)
        self.assertNotIn("--title-field", self.reprise("compare", "a.csv", "b.jsonl", "--title-field", "headlin").err)

    def test_one_column_needs_no_delimiter(self):
        self.write("a.csv", f"text\n{STORM}\n{JAM}\n")
        self.assertEqual([d["text"] for d in self.documents("a.csv")], [STORM, JAM])

    def test_a_table_without_texts_asks_which_column_holds_them(self):
        self.write("in/a.csv", "name,grade\nAnn,3\n")
        outcome = self.reprise("compare", "in/a.csv")
        self.assertEqual(outcome.code, 3)
        self.assertIn('in/a.csv: it has no column "text"; its columns are "name", "grade"; name the column of the texts: --text-field NAME', outcome.err)
        outcome = self.reprise("compare", "in")
        self.assertEqual(outcome.code, 0)
        self.assertIn("in/a.csv: skipped: it has no column", outcome.err)

    def test_a_row_without_its_text_is_rejected(self):
        self.write("a.csv", f"id,text\n1,{JAM.replace(',', '')}\n2\n3,x\n")
        outcome = self.reprise("compare", "a.csv", "--json", "r.json")
        self.assertEqual(outcome.code, 3)
        self.assertIn("a.csv:3: the row ends before the column of the texts", outcome.err)
        self.assertEqual([d["id"] for d in json.loads((self.folder / "r.json").read_text())["documents"]], ["1", "3"])

    def test_the_header_has_the_encoding_of_the_rows(self):
        self.write("a.csv", f'ID;Überschrift;text\n1;Für alle;"{JAM} Größe, Brücke, Fähre für Züge, übrigens schön."\n'.encode("windows-1252"))
        document, = self.documents("a.csv", "--title-field", "Überschrift")
        self.assertEqual(document["title"], "Für alle")

    def test_an_open_quote_costs_its_line_alone(self):
        self.write("a.csv", f'id,text\n1,"{STORM}"\n2,"{JAM}\n3,{JAM.replace(",", "")}\n')
        outcome = self.reprise("compare", "a.csv", "--json", "r.json")
        self.assertEqual(outcome.code, 3)
        self.assertIn("a.csv:3: a quote is opened in this row and never closed", outcome.err)
        report = json.loads((self.folder / "r.json").read_text())
        self.assertEqual([d["id"] for d in report["documents"]], ["1", "3"])

    def test_an_open_quote_before_much_text_costs_its_line_alone(self):
        rows = "".join(f"{i},{JAM.replace(',', '')} {i}\n" for i in range(300_000))
        self.write("a.csv", f'id,text\nx,"open\n{rows}')
        outcome = self.reprise("dedup", "a.csv", "-o", "out.csv", "--verify", "off", "--threshold", "1", "--json", "s.json")
        self.assertEqual(outcome.code, 3, outcome.err)
        self.assertIn("a.csv:2: a quote is opened", outcome.err)
        self.assertEqual(json.loads((self.folder / "s.json").read_text())["summary"]["read"], 300_000)

    def test_uneven_rows_and_dates_that_are_none_are_said_once(self):
        self.write("a.csv", "id,text,date\n" + f"1,a b,04/03/2031,x\n2,y\n3,{JAM}\n" * 50)
        report = self.report("compare", "a.csv")
        self.assertEqual(len(report["problems"]), 2)
        self.assertIn("some rows have more or fewer fields than the header", report["problems"][0]["what"])
        self.assertIn("some dates are none", report["problems"][1]["what"])
        self.assertEqual(len(report["documents"]), 150)

    def test_ten_thousand_columns(self):
        names = ",".join(f"column{i}" for i in range(10_000))
        self.write("a.csv", f"{names},text\n" + "," * 10_000 + f'"{JAM}"\n')
        self.assertEqual(self.documents("a.csv")[0]["text"], JAM)

    def test_other_encodings(self):
        text = "Die Fähre über den Fluß fährt nicht, sagte der Bürgermeister, und die Brücke ist für Züge gesperrt."
        self.write("a.csv", f'Titel;text\nÜ;"{text}"\n'.encode("windows-1252"))
        outcome = self.reprise("compare", "a.csv", "--json", "r.json")
        self.assertRegex(outcome.err, "a.csv: is no UTF-8, and read as .*; if that is wrong, name its encoding")
        self.assertEqual(json.loads((self.folder / "r.json").read_text())["documents"][0]["text"], text)
        self.write("a.csv", f"text\n{text}\n".encode("utf-16"))
        outcome = self.reprise("compare", "a.csv")
        self.assertEqual(outcome.code, 3)
        self.assertIn("tables in UTF-16 are not read; convert the file: iconv -f UTF-16", outcome.err)


class DedupOfTables(ProgramTest):
    def test_rows_that_stay_come_out_byte_for_byte_behind_the_header(self):
        rows = ['id;Text;more\r\n', f'1;"{STORM}\r\nand ""more""";x\r\n', f'2;{JAM};\r\n', '\r\n', f'3;"{STORM}\r\nand ""more""";y\r\n', f'4;short;z']
        self.write("a.csv", "\ufeff" + "".join(rows))
        self.assertEqual(self.reprise("dedup", "a.csv", "-o", "out.csv", "--removed", "gone.jsonl").code, 0)
        self.assertEqual((self.folder / "out.csv").read_bytes().decode(), "\ufeff" + rows[0] + rows[1] + rows[2] + rows[5])
        gone = json.loads((self.folder / "gone.jsonl").read_text())
        self.assertEqual((gone["where"], gone["id"], gone["kept_where"]), ("a.csv:6", "3", "a.csv:2"))

    def test_a_text_before_a_table_in_one_run(self):
        self.write("in/a.txt", STORM)
        self.write("in/b.csv", f'id,text\n1,"{STORM}"\n2,"{JAM}"\n')
        self.assertEqual(self.reprise("dedup", "in", "-o", "out/").code, 0)
        self.assertEqual((self.folder / "out/b.csv").read_text(), f'id,text\n2,"{JAM}"\n')

    def test_line_ends_of_old_macs(self):
        self.write("a.csv", "id,text\r1,aaa bbb\r2,ccc ddd\r3,aaa bbb\r")
        self.assertEqual(self.reprise("dedup", "a.csv", "-o", "out.csv").code, 0)
        self.assertEqual((self.folder / "out.csv").read_bytes(), b"id,text\r1,aaa bbb\r2,ccc ddd\r")

    def test_rows_without_ids_are_no_copies_by_them_in_any_block(self):
        self.write("a.csv", "text\n" + "".join(f"row number {i} of many {i * 7919}\n" for i in range(60_000)))
        self.check_failure(self.reprise("dedup", "a.csv", "-o", "out.csv", "--same", "id"), 2, "--same: no record has the field 'id'")

    def test_ids_are_of_the_file_that_holds_the_row(self):
        for name in ("a", "b"):
            self.write(f"{name}.csv", f'text\n"{STORM}"\n')
            self.write_jsonl(f"{name}.jsonl", [{"text": STORM}])
        for ending in ("csv", "jsonl"):
            self.assertEqual(self.reprise("dedup", f"a.{ending}", f"b.{ending}", "-o", f"out.{ending}", "--removed", "gone").code, 0)
            gone = json.loads((self.folder / "gone").read_text())
            self.assertEqual((gone["id"], gone["kept_id"]), (gone["where"], gone["kept_where"]))

    def test_several_tables_and_compressed_ones(self):
        one = f'id,text\n1,"{STORM}"\n'
        two = f'id,text\n2,"{STORM}"\n3,"{JAM}"\n'
        self.write("a.csv", one)
        (self.folder / "b.csv.gz").write_bytes(gzip.compress(two.encode()))
        self.assertEqual(self.reprise("dedup", "a.csv", "b.csv.gz", "-o", "out.csv.gz").code, 0)
        self.assertEqual(gzip.decompress((self.folder / "out.csv.gz").read_bytes()).decode(), one + f'3,"{JAM}"\n')
        self.assertEqual(self.reprise("dedup", "a.csv", "b.csv.gz", "-o", "out/").code, 0)
        self.assertEqual((self.folder / "out/a.csv").read_text(), one)
        self.assertEqual(gzip.decompress((self.folder / "out/b.csv.gz").read_bytes()).decode(), f'id,text\n3,"{JAM}"\n')

    def test_tables_of_one_kind_may_begin_and_end_otherwise(self):
        self.write("a.csv", f"\ufeffid,text\r\n1,{JAM.replace(',', '')}\r\n")
        self.write("b.csv", f"id,text\n2,{STORM.replace(',', '')}\n")
        self.write("c.csv", f"id,text\n2,{STORM.replace(',', '')}\n".encode("utf-16"))
        self.assertEqual(self.reprise("dedup", "a.csv", "b.csv", "c.csv", "-o", "out.csv").code, 3)
        self.assertEqual((self.folder / "out.csv").read_text().count("id,text"), 1)
        self.assertEqual((self.folder / "out.csv").read_text().count("\n"), 3)

    def test_what_does_not_go_into_one_file_is_wrong_use(self):
        self.write("a.csv", f"id,text\n1,{JAM.replace(',', '')}\n")
        self.write("b.csv", f"text,id\n{STORM.replace(',', '')},2\n")
        self.write_jsonl("c.jsonl", [{"text": STORM}])
        self.check_failure(self.reprise("dedup", "a.csv", "b.csv", "-o", "out.csv"), 2, "the tables have different columns")
        self.check_failure(self.reprise("dedup", "a.csv", "c.jsonl", "-o", "out.csv"), 2, "text files, JSONL and tables don't go into one file")
        self.check_failure(self.reprise("dedup", "a.csv", "-o", "out.csv", "--annotate", "kept"), 2, "a table can't be annotated")
        self.assertEqual(self.reprise("dedup", "a.csv", "b.csv", "c.jsonl", "-o", "out/").code, 0)

    def test_every_number_of_threads_and_a_pipe_give_the_same_bytes(self):
        rows = "".join(f'{i},"{STORM} {i % 7} {"and so on " * (i % 300)}\n{i % 11}"\n' for i in range(5_000))
        self.write("a.csv", "id,text\n" + rows)
        outputs = []
        for options in (["a.csv", "--threads", "1"], ["a.csv", "--threads", "4"], ["-", "--format", "csv"]):
            outcome = self.reprise("dedup", *options, "-o", "out.csv", stdin=(self.folder / "a.csv").read_bytes() if options[0] == "-" else None)
            self.assertEqual(outcome.code, 0, outcome.err)
            outputs.append((self.folder / "out.csv").read_bytes())
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])
        self.assertGreater(len(outputs[0]), 1000)


if __name__ == "__main__":
    unittest.main()
