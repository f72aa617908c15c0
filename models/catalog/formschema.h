#pragma once

#include "models/base/problem.h"
#include "models/catalog/parameter.h"

#include <QSet>

#include <memory>

namespace waymark {

class Questionnaire;
struct Schema;

/// Something wrong in a form's own description; `pointer` (a JSON Pointer) leads to it from the
/// value that was read.
struct FormProblem
{
    QString pointer;
    Problem problem;
    friend bool operator==(const FormProblem &, const FormProblem &) = default;
};

/// What a template asks, compiled once and shared: pages of JSON Schema (draft 7, as Backstage's
/// forms and server read it) with `ui:` keys, or a questionnaire, as the other formats have it.
class FormSchema
{
public:
    struct Page
    {
        QString title;
        QString description;
        std::shared_ptr<const Schema> schema;
    };
    struct Read;

    FormSchema() = default;
    explicit FormSchema(std::shared_ptr<const Questionnaire> questionnaire);
    /// `pages` is the value of `spec.parameters`: one schema, a list of them, or null. What is
    /// wrong in it is told; what could be read is there nevertheless. Names in `optional` need no
    /// answer, whatever the schema says.
    [[nodiscard]] static Read read(const Value &pages, const QSet<QString> &optional = {});

    /// Those of JSON Schema.
    [[nodiscard]] const QList<Page> &pages() const { return m_pages; }
    /// Null: there are pages of JSON Schema.
    [[nodiscard]] const std::shared_ptr<const Questionnaire> &questionnaire() const
    {
        return m_questionnaire;
    }
    /// Every name that any answer to these pages can have, asked now or not, in the template's
    /// order.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] const QSet<QString> &optionalNames() const { return m_optional; }
    /// A question of this name, as it is without any answer, whether it is asked then or not.
    [[nodiscard]] std::optional<Parameter> parameter(const QString &name) const;
    /// The same at `path`, inside groups and lists; what several branches ask by one name is the
    /// first.
    [[nodiscard]] std::optional<Parameter> parameter(const AnswerPath &path) const;
    /// Names of questions whose answers are secrets or hold some.
    [[nodiscard]] const QStringList &secretNames() const { return m_secretNames; }
    /// Whether the answer at `path`, inside groups and lists too, is a secret or a part of one.
    [[nodiscard]] bool isSecret(const AnswerPath &path) const;
    /// What the template calls the service: `EntityNamePicker`, else `name`; empty where it asks
    /// neither. Of a questionnaire, what that says.
    [[nodiscard]] const QString &serviceName() const { return m_serviceName; }
    /// Who owns it: `OwnerPicker`, else `owner`; empty where it asks neither.
    [[nodiscard]] const QString &ownerName() const { return m_ownerName; }

private:
    void findNames();
    [[nodiscard]] bool holdsSecrets(const QString &name) const;
    [[nodiscard]] QString asked(QStringView field, const QString &usual) const;

    QList<Page> m_pages;
    std::shared_ptr<const Questionnaire> m_questionnaire;
    QStringList m_names;
    QStringList m_secretNames;
    QString m_serviceName;
    QString m_ownerName;
    QSet<QString> m_optional;
};

struct FormSchema::Read
{
    FormSchema schema;
    QList<FormProblem> problems;
};

} // namespace waymark
