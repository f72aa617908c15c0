#pragma once

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace waymark {

/// Translates the texts for people of one part of the program: `constexpr TextContext
/// translated("FormModel")`, then `translated("needed")`. Texts that are not written there have to
/// be marked with QT_TRANSLATE_NOOP.
class TextContext final
{
public:
    constexpr explicit TextContext(const char *context)
        : m_context(context)
    {
    }

    /// `count` stands for "%n".
    [[nodiscard]] QString operator()(const char *text, qint64 count = -1) const
    {
        return QCoreApplication::translate(m_context, text, nullptr,
                                           int(std::min<qint64>(count, INT_MAX)));
    }

private:
    const char *m_context;
};

} // namespace waymark
