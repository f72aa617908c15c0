#pragma once

#include "models/yaml/sourcetext.h"
#include "models/yaml/yaml.h"
#include "models/yaml/yamltoken.h"

#include <memory>

namespace waymark {

/// How much a node and all below it are, aliases followed.
struct YamlSize
{
    qint64 nodes = 0;
    qint64 characters = 0;
};

/// What one call of parseYaml() keeps: the text, what was spent of its budgets, what is wrong.
class YamlReading
{
public:
    YamlReading(std::shared_ptr<const SourceText> source, const YamlOptions &options);

    [[nodiscard]] const YamlOptions &options() const { return m_options; }
    [[nodiscard]] const std::shared_ptr<const SourceText> &source() const { return m_source; }
    [[nodiscard]] SourcePosition positionOf(qsizetype offset)
    {
        return m_cursor.positionOf(offset);
    }

    /// Counts what stands at `offset`; throws YamlFault where that is more than the limits allow.
    void spend(YamlSize size, qsizetype offset);
    [[nodiscard]] YamlSize spent() const { return m_spent; }

    [[nodiscard]] bool isFull() const { return m_problems.size() > m_options.limits.problems; }
    void report(Problem problem, qsizetype offset);
    void report(const YamlFault &fault);
    /// Everything reported, in the order of the text.
    [[nodiscard]] QList<Problem> takeProblems();

private:
    std::shared_ptr<const SourceText> m_source;
    const YamlOptions &m_options;
    PositionCursor m_cursor;
    YamlSize m_spent;
    QList<Problem> m_problems;
};

} // namespace waymark
