#pragma once

#include "models/base/problem.h"
#include "models/base/sourceposition.h"

#include <QString>

#include <vector>

namespace waymark::jinja {

/// The text of one template, with places in it counted in UTF-16 units from 0.
class SourceText
{
public:
    SourceText(QString name, QString text);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] SourcePosition position(qsizetype offset) const;
    [[nodiscard]] int line(qsizetype offset) const { return position(offset).line; }
    /// `problem` with its file, place and excerpt.
    [[nodiscard]] Problem located(const Problem &problem, qsizetype offset) const;

private:
    QString m_name;
    QString m_text;
    std::vector<qsizetype> m_lineStarts;
};

} // namespace waymark::jinja
