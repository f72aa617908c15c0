#pragma once

#include <QString>

namespace waymark {

/// Who somebody is, as git writes it.
struct AuthorText
{
    QString name = {};
    QString email = {};

    friend bool operator==(const AuthorText &, const AuthorText &) = default;
};

/// The parts of "Ada <ada@example.org>"; what has no address is a name.
[[nodiscard]] AuthorText authorText(const QString &author);

} // namespace waymark
