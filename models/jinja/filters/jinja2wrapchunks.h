#pragma once

#include <deque>
#include <string_view>

namespace waymark::jinja {

/// The words, blanks and dashes of `text`, between which a line may end (textwrap's wordsep_re).
[[nodiscard]] std::deque<std::u32string_view> wrapChunks(std::u32string_view text,
                                                         bool breaksOnHyphens);

} // namespace waymark::jinja
