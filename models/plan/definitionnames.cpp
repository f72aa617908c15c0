#include "models/plan/backstagenames.h"

#include "models/catalog/schema.h"
#include "models/catalog/textplace.h"
#include "models/plan/namecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::KnownNames;

/// Whether answers by other names than those of its questions can be given to `schema`.
bool isOpen(const Schema &schema)
{
    return !schema.patternProperties.isEmpty()
        || (schema.additional && !schema.additional->isNever);
}

/// Names in the texts of `template.yaml`.
class DefinitionNames
{
public:
    DefinitionNames(const Template &definition, NameCheck &check)
        : m_definition(definition)
        , m_language(jinja::Options::backstageNunjucks())
        , m_check(check)
    {
        for (const QString &name : {u"secrets"_s, u"user"_s, u"environment"_s, u"context"_s})
            m_known.add(name);
        const auto &pages = definition.form.pages();
        const bool takesAny = std::ranges::any_of(
            pages, [](const FormSchema::Page &page) { return isOpen(*page.schema); });
        if (takesAny)
            m_known.add(u"parameters"_s);
        else
            m_known.add(u"parameters"_s, definition.form.names());
        QStringList ids;
        for (const TemplateStep &step : definition.steps)
            ids += step.id;
        m_known.add(u"steps"_s, ids);
    }

    void run()
    {
        for (const TemplateStep &step : m_definition.steps) {
            KnownNames known = m_known;
            if (step.each)
                known.add(u"each"_s);
            check(step.input, known);
            if (step.condition)
                check(*step.condition, known);
            if (step.each)
                check(*step.each, m_known);
        }
        if (m_definition.output)
            check(*m_definition.output, m_known);
    }

private:
    void check(const YamlNode &node, const KnownNames &known)
    {
        for (const YamlNode &item : node.items())
            check(item, known);
        for (const YamlNode::Entry &entry : node.entries())
            check(entry.value, known);
        const QString text = node.isScalar() ? node.text() : QString();
        if (!text.contains(u"${{") && !text.contains(u"{%"))
            return;
        m_check.checkText(text, m_definition.file, m_language, known, [&](const Problem &problem) {
            const SourcePosition inner = problem.position.value_or(SourcePosition{});
            return m_definition.document->placed(problem,
                                                 placeInText(*m_definition.document, node, inner));
        });
    }

    const Template &m_definition;
    const jinja::Environment m_language;
    NameCheck &m_check;
    KnownNames m_known;
};

} // namespace

void checkDefinitionNames(const Template &definition, NameCheck &check)
{
    DefinitionNames(definition, check).run();
}

} // namespace waymark
