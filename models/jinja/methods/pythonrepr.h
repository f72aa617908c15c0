#pragma once

#include <QString>
#include <QStringView>

namespace waymark::jinja {

/// `text` with what is not ASCII escaped, as ascii() does to a repr().
[[nodiscard]] QString asciiOnly(QStringView text);

} // namespace waymark::jinja
