#include "outputs.h"

#include "messages.h"
#include "reprise/report.h"

namespace reprise::program {

void check_outputs_are_no_inputs(const OutputPaths& outputs, const std::vector<InputPath>& inputs,
                                 const std::vector<std::string>& others) {
  for (const std::string& path : {outputs.json, outputs.html}) {
    check_output_is_no_input(path, inputs, others);
  }
  for (const Export& e : outputs.exports) {
    check_output_is_no_input(e.path, inputs, others);
  }
}

std::vector<std::string> all_paths(const OutputPaths& outputs) {
  std::vector<std::string> paths{outputs.json, outputs.html};
  for (const Export& e : outputs.exports) {
    paths.push_back(e.path);
  }
  return paths;
}

Outputs::Outputs(const OutputPaths& paths)
    : html_path_(paths.html),
      exports_(paths.exports),
      takes_standard_output_(paths.json == "-" || paths.html == "-" ||
                             writes_standard_output(paths.exports)) {
  if (!paths.json.empty()) {
    json_.emplace(paths.json);
  }
  if (!paths.html.empty()) {
    html_.emplace(paths.html);
  }
}

void Outputs::write_json(std::string_view report) {
  json_->write(report);
  json_->finish();
}

void Outputs::write(const Result& result) {
  if (html_) {
    const HtmlReport report = to_html(result, {});
    for (const std::string& what : report.left_out) {
      complain((html_path_ == "-" ? "the page" : html_path_) + " leaves out " + what +
               "; --json has them all");
    }
    html_->write(report.html);
    html_->finish();
  }
  exports_.write(result);
}

void Outputs::put_in_place() {
  OutputSet set;
  exports_.add_to(set);
  for (std::optional<OutputFile>* file : {&json_, &html_}) {
    if (*file) {
      set.add(**file);
    }
  }
  set.commit();
}

std::vector<OptionHelp> with_export_names(std::vector<OptionHelp> options) {
  for (OptionHelp& option : options) {
    if (option.name != "export") {
      continue;
    }
    for (const std::string& format : export_names()) {
      option.values.push_back(format + "=");
    }
  }
  return options;
}

}  // namespace reprise::program
