// Passages in the format of PAN's corpora for text alignment (2012 to 2015), so that its measures
// can be run on them.
//
// A file for each two documents that share passages: the target is PAN's suspicious document
// ("this"), the source its source document.
//
//     suspicious-document00001-source-document00042.xml:
//     <document reference="suspicious-document00001.txt">
//     <feature name="detected-plagiarism" this_offset="5" this_length="1000"
//              source_reference="source-document00042.txt" source_offset="100"
//                source_length="1000"/>
//     </document>
//
// and a file `pairs` with a line for each of these files: the suspicious document, a blank, the
// source document.
//
// Offsets and lengths count code points of the text (a byte-order mark is one). Passages that lie
// in a title, on either side, are left out: PAN's documents are texts alone. A document is called
// by its id; if several have the id, by where it was read; a number behind a ~ makes what is still
// equal different. What XML cannot hold (control characters, broken UTF-8) reads U+FFFD. In
// `pairs`, white space and % inside a name are written as in URLs: %20, %25.
//
// The files' names are the two documents' names, each without ".txt", cut to 100 bytes, with _ for
// what some file system does not take; of equal ones, also where case alone differs, the later gets
// a number.
//
// Cost: all files in memory, about 200 bytes a passage. Pure; any thread.
// Source: Potthast et al., "An Evaluation Framework for Plagiarism Detection", COLING 2010; the
// corpora of PAN 2013.
#pragma once

#include <vector>

#include "reprise/report/tables/named_file.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the files, those of pairs ordered by the suspicious document, then by the source; `pairs`
// is the last.
std::vector<NamedFile> pan_files(const Result& result);

}  // namespace reprise::detail
