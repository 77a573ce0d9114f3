#include "shell/line_editor.h"

#include <histedit.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace yeon::tools {

namespace {

constexpr int kHistorySize = 2000;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || c == ':' || c == '.' || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view word_before_cursor(const LineInfo& info) {
  const char* start = info.cursor;
  while (start > info.buffer && is_word_byte(start[-1])) --start;
  return {start, static_cast<std::size_t>(info.cursor - start)};
}

std::size_t common_prefix(const std::vector<std::string>& words) {
  std::size_t length = words.front().size();
  for (const std::string& word : words) {
    const auto difference =
        std::mismatch(words.front().begin(), words.front().end(), word.begin(), word.end());
    length = std::min(length, static_cast<std::size_t>(difference.first - words.front().begin()));
  }
  return length;
}

}  // namespace

struct LineEditor::Impl {
  EditLine* editor = nullptr;
  History* history = nullptr;
  std::filesystem::path history_file;
  Completer complete;
  bool continuing = false;

  static char* prompt(EditLine* editor) {
    // libedit asks for a pointer to non-const, and writes nothing through it.
    static std::array<char, 7> first = {'y', 'e', 'o', 'n', '>', ' ', '\0'};
    static std::array<char, 7> more = {' ', ' ', ' ', ' ', '>', ' ', '\0'};
    return self(editor)->continuing ? more.data() : first.data();
  }

  static Impl* self(EditLine* editor) {
    void* data = nullptr;
    el_get(editor, EL_CLIENTDATA, &data);
    return static_cast<Impl*>(data);
  }

  static unsigned char on_tab(EditLine* editor, int /*key*/) {
    const LineInfo* info = el_line(editor);
    const std::string word(word_before_cursor(*info));
    if (word.empty()) return CC_REFRESH_BEEP;
    const std::vector<std::string> words = self(editor)->complete(word);
    if (words.empty()) return CC_REFRESH_BEEP;
    const std::size_t shared = common_prefix(words);
    if (shared > word.size()) {
      // The candidates may differ from the word in case, so the word itself is replaced.
      el_deletestr(editor, static_cast<int>(std::min<std::size_t>(word.size(), 1024)));
      el_insertstr(editor, words.front().substr(0, shared).c_str());
      return CC_REFRESH;
    }
    if (words.size() == 1) return CC_REFRESH_BEEP;
    std::fputc('\n', stdout);
    for (const std::string& candidate : words) std::printf("%s  ", candidate.c_str());
    std::fputc('\n', stdout);
    std::fflush(stdout);
    return CC_REDISPLAY;
  }
};

LineEditor::LineEditor(std::filesystem::path history_file, Completer complete)
    : impl_(std::make_unique<Impl>()) {
  impl_->history_file = std::move(history_file);
  impl_->complete = std::move(complete);
  HistEvent event{};
  impl_->history = history_init();
  history(impl_->history, &event, H_SETSIZE, kHistorySize);
  history(impl_->history, &event, H_SETUNIQUE, 1);
  if (!impl_->history_file.empty()) {
    history(impl_->history, &event, H_LOAD, impl_->history_file.c_str());
  }
  impl_->editor = el_init("yeon", stdin, stdout, stderr);
  el_set(impl_->editor, EL_CLIENTDATA, impl_.get());
  el_set(impl_->editor, EL_PROMPT, &Impl::prompt);
  el_set(impl_->editor, EL_EDITOR, "emacs");
  el_set(impl_->editor, EL_HIST, ::history, impl_->history);
  el_set(impl_->editor, EL_ADDFN, "yeon-complete", "Completes the word", &Impl::on_tab);
  el_set(impl_->editor, EL_BIND, "^I", "yeon-complete", nullptr);
  el_set(impl_->editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_source(impl_->editor, nullptr);  // the user's own ~/.editrc
}

LineEditor::~LineEditor() {
  HistEvent event{};
  if (!impl_->history_file.empty()) {
    history(impl_->history, &event, H_SAVE, impl_->history_file.c_str());
    // Statements may hold what is nobody else's business.
    chmod(impl_->history_file.c_str(), S_IRUSR | S_IWUSR);
  }
  el_end(impl_->editor);
  history_end(impl_->history);
}

LineEvent LineEditor::read(bool continuing, std::string& line) {
  impl_->continuing = continuing;
  int count = 0;
  errno = 0;
  const char* text = el_gets(impl_->editor, &count);
  if (text == nullptr || count <= 0) {
    if (errno != EINTR) return LineEvent::kEnd;
    el_reset(impl_->editor);
    std::fputs("^C\n", stdout);
    return LineEvent::kInterrupted;
  }
  line = text;
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return LineEvent::kLine;
}

void LineEditor::remember(std::string_view statement) {
  HistEvent event{};
  std::string entry(statement);
  // One entry a statement; a line comment must keep its end.
  if (entry.find("//") == std::string::npos) std::replace(entry.begin(), entry.end(), '\n', ' ');
  history(impl_->history, &event, H_ENTER, entry.c_str());
}

std::filesystem::path history_path() {
  std::filesystem::path folder;
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if (state != nullptr && *state == '/') {
    folder = state;
  } else if (home != nullptr && *home == '/') {
    folder = std::filesystem::path(home) / ".local" / "state";
  } else {
    return {};
  }
  folder /= "yeon";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  return error ? std::filesystem::path() : folder / "history";
}

}  // namespace yeon::tools
