#include "models/plan/formcontext.h"

#include "models/catalog/decidinganswers.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

/// A secret stands in `secrets`, and in `parameters` only as asterisks, as Backstage's form hands
/// it on.
constexpr auto mask = u"******";

/// `parameters` and `secrets`, as the steps of a template see them.
class ContextBuilder
{
public:
    explicit ContextBuilder(const Form &form)
        : m_form(form)
        , m_deciding(decidingAnswers(form.schema()))
    {
    }

    void run()
    {
        QHash<QString, bool> asked; // and whether it is a secret
        for (const Parameter &parameter : m_form.parameters())
            asked.insert(parameter.name, parameter.isBackstageSecret());
        const Map answers = m_form.answers();
        for (const Map::Entry &answer : answers) {
            const TaggedValue value
                = decided(answer.key, TaggedValue::answer(answer.key, answer.value));
            if (asked.value(answer.key)) {
                m_secrets += {answer.key, value};
                TaggedValue masked = decided(answer.key, TaggedValue(QString(mask)));
                masked.addSources({{}, {answer.key}}); // that there is an answer
                m_parameters += {answer.key, masked};
            } else {
                m_parameters += {answer.key, value};
            }
        }
        for (const QString &name : m_form.schema().names()) {
            if (answers.contains(name))
                continue;
            TaggedValue absent = decided(name, TaggedValue::undefined());
            if (asked.contains(name))
                absent.addSources({{}, {name}});
            m_parameters += {name, absent};
        }
    }

    [[nodiscard]] TaggedValue context() const
    {
        return TaggedValue::fromMap({{u"parameters"_s, TaggedValue::fromMap(m_parameters)},
                                     {u"secrets"_s, TaggedValue::fromMap(m_secrets)},
                                     {u"steps"_s, TaggedValue::fromMap({})}});
    }

private:
    [[nodiscard]] TaggedValue decided(const QString &name, TaggedValue value) const
    {
        const auto deciders = m_deciding.constFind(name);
        if (deciders != m_deciding.cend())
            value.addSources({{}, *deciders});
        return value;
    }

    const Form &m_form;
    const QHash<QString, QStringList> m_deciding;
    TaggedValue::Map m_parameters;
    TaggedValue::Map m_secrets;
};

} // namespace

TaggedValue contextOf(const Form &form)
{
    if (form.schema().questionnaire())
        return form.context();
    ContextBuilder builder(form);
    builder.run();
    return builder.context();
}

} // namespace waymark
