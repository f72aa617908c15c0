#pragma once

#include "models/base/regex.h"
#include "models/jinja/object.h"

#include <QString>

namespace waymark::jinja {

/// A regular expression of Nunjucks' dialect: r/pattern/flags. A literal makes one each time it is
/// met.
class RegexObject final : public Object
{
public:
    RegexObject(Regex regex, QString pattern, QString flags)
        : m_regex(std::move(regex))
        , m_pattern(std::move(pattern))
        , m_flags(std::move(flags))
    {
    }
    /// The same expression, not used yet.
    [[nodiscard]] Reference<RegexObject> fresh() const
    {
        return make<RegexObject>(m_regex, m_pattern, m_flags);
    }
    [[nodiscard]] const Regex &regex() const { return m_regex; }
    [[nodiscard]] bool isGlobal() const { return m_flags.contains(u'g'); }
    [[nodiscard]] bool isSticky() const { return m_flags.contains(u'y'); }
    /// Where the next match is looked for, of what is global or sticky.
    [[nodiscard]] qsizetype lastIndex() const { return m_lastIndex; }
    void setLastIndex(qsizetype index) { m_lastIndex = index; }

    [[nodiscard]] QString typeName() const override { return QStringLiteral("object"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override
    {
        return u'/' + m_pattern + u'/' + m_flags;
    }
    [[nodiscard]] Value attribute(Runtime & /*runtime*/, const QString &name) override;

private:
    Regex m_regex;
    QString m_pattern;
    QString m_flags;
    qsizetype m_lastIndex = 0;
};

/// `pattern` with `flags`, or why JavaScript knows no such expression.
[[nodiscard]] Result<Reference<RegexObject>> regexFrom(const QString &pattern, QString flags = {});

} // namespace waymark::jinja
