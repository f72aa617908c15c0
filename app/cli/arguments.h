#pragma once

#include "app/cli/option.h"
#include "models/base/problem.h"

#include <QHash>

namespace waymark::cli {

/// What was written behind a command's name, checked against its tables.
class Arguments
{
public:
    /// `words` are those behind the name. `--` ends the options; `--name=value` and `--name value`
    /// are the same; a lone `-` is no option. Every word that does not fit is an error with a way
    /// out.
    [[nodiscard]] static Result<Arguments> parse(const Command &command, const QStringList &words);

    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    /// The last value of `option`, or `fallback`.
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    [[nodiscard]] const QStringList &positionals() const { return m_positionals; }
    [[nodiscard]] QString positional(qsizetype index) const { return m_positionals.value(index); }

private:
    Result<qsizetype> takeOption(const Command &command, const QStringList &words, qsizetype at);

    QHash<QString, QStringList> m_values;
    QStringList m_positionals;
};

} // namespace waymark::cli
