#pragma once

#include <QStringView>

namespace waymark::jinja {

/// What the variable `loop` has in both languages.
enum class LoopField : quint8 { None, Index, Index0, First, Last, Length, RevIndex, RevIndex0 };

/// The one that is called `name`, which is looked at once, when a template is compiled.
[[nodiscard]] LoopField loopField(QStringView name);

} // namespace waymark::jinja
