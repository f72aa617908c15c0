#include "models/yaml/yamlreading.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

void failAsStopped(qsizetype offset)
{
    throw YamlFault{offset, u"yaml.stopped"_s,
                    QCoreApplication::translate("Yaml", "Reading was stopped.")};
}

YamlReading::YamlReading(std::shared_ptr<const SourceText> source, const YamlOptions &options)
    : m_source(std::move(source))
    , m_options(options)
    , m_cursor(*m_source)
{
}

void YamlReading::spend(YamlSize size, qsizetype offset)
{
    m_spent.nodes += size.nodes;
    m_spent.characters += size.characters;
    const YamlLimits &limits = m_options.limits;
    if (m_spent.nodes <= limits.nodes && m_spent.characters <= limits.characters)
        return;
    throw YamlFault{
        offset, u"yaml.too-large"_s,
        QCoreApplication::translate("Yaml",
                                    "This file holds too much once its aliases are followed."),
        QCoreApplication::translate("Yaml", "Use fewer aliases (*name), or split the file.")};
}

void YamlReading::report(Problem problem, qsizetype offset)
{
    if (isFull())
        return;
    const SourcePosition position = m_source->positionOf(offset);
    if (m_problems.size() == m_options.limits.problems) {
        problem = {.severity = Severity::Note,
                   .code = u"yaml.more"_s,
                   .message
                   = QCoreApplication::translate("Yaml", "There are more problems from here on.")};
    }
    m_problems.append(m_source->placed(std::move(problem), position));
}

void YamlReading::report(const YamlFault &fault)
{
    report({.code = fault.code, .message = fault.message, .hint = fault.hint}, fault.offset);
}

QList<Problem> YamlReading::takeProblems()
{
    std::ranges::stable_sort(m_problems, {}, [](const Problem &p) { return *p.position; });
    return std::exchange(m_problems, {});
}

} // namespace waymark
