#pragma once

#include "models/base/problem.h"
#include "models/catalog/formschema.h"
#include "models/catalog/sidecar.h"
#include "models/yaml/yamldocument.h"

#include <QByteArrayList>

#include <memory>

namespace waymark {

class Form;
struct CookiecutterSettings;
struct CopierSettings;

/// Whose tool a template is written for.
enum class TemplateFormat : quint8 { Backstage, Copier, Cookiecutter };

/// One step of a template: an action with what it is given, unevaluated.
struct TemplateStep
{
    enum class Kind : quint8 {
        Action, ///< Something to be done to the files, or not known: the planner tells.
        Destination, ///< `publish:*` and the like: says where the result goes.
        Elsewhere, ///< `catalog:register` and the like: speaks to a server.
    };

    QString id
        = {}; ///< Never empty: `step-1` … where the template gives none, as Backstage counts.
    QString name = {}; ///< Never empty: the action, as in Backstage.
    QString action = {}; ///< Never empty.
    Kind kind = Kind::Action;
    std::optional<YamlNode> condition = {}; ///< `if`
    std::optional<YamlNode> each = {};
    YamlNode input = {}; ///< A map, or null.
    YamlNode node = {}; ///< All of the step: where problems of the step as a whole are shown.
    YamlNode actionNode = {};
};

/// A template as the file that defines it says, with what its sidecar adds. It is there also where
/// it is broken: `problems` has why, and whatever could be read is filled in.
struct Template
{
    TemplateFormat format = TemplateFormat::Backstage;
    QString file = {}; ///< As problems name it.
    QString name = {}; ///< `metadata.name`
    QString title = {}; ///< Never empty in a template that is not broken: the name.
    QString description = {};
    QStringList tags = {};
    QString owner = {}; ///< `spec.owner`
    QString type = {}; ///< `spec.type`
    QString stage = {}; ///< `spec.lifecycle`, in the template's own word.
    FormSchema form = {};
    QList<TemplateStep> steps = {};
    std::optional<YamlNode> output = {}; ///< `spec.output`: `links` and `text`, unevaluated.
    Value presentation = {}; ///< `spec.presentation`
    std::optional<Sidecar> sidecar = {};
    QList<Problem> problems = {};
    QByteArrayList placeholderFiles = {}; ///< That it names, from its folder on; there or not.
    /// The file as YAML, with what placeholders in it stand for; nothing where it is none, or
    /// another format's JSON.
    std::optional<YamlDocument> document = {};
    std::shared_ptr<const CookiecutterSettings> cookiecutter = {}; ///< Null: it is of another
                                                                   ///< format, or not readable.
    std::shared_ptr<const CopierSettings> copier = {}; ///< The same.

    /// Whether its file could be read as what it is.
    [[nodiscard]] bool isRead() const { return document || cookiecutter || copier; }
    [[nodiscard]] bool isBroken() const;
    /// Of its file, in the template's folder.
    [[nodiscard]] QByteArray fileName() const;
    /// What the sidecar says, else what `spec.lifecycle` means.
    [[nodiscard]] Lifecycle lifecycle() const;
    /// What a problem in a file that it generates is: a warning unless there is a sidecar.
    [[nodiscard]] Severity problemSeverity() const;
    /// The golden default of `parameter`, which is its value in `defaults` (Form::defaults());
    /// nothing: it has none.
    [[nodiscard]] std::optional<Value> goldenDefault(const QString &parameter,
                                                     const Map &defaults) const;
};

inline constexpr auto templateName = "template.yaml"; ///< Of a Backstage template.
inline constexpr auto shortTemplateName = "template.yml"; ///< The same, where there is no other.

/// "Backstage", "Copier", "Cookiecutter"
[[nodiscard]] QString formatName(TemplateFormat format);

/// Whether a file of this name can define a template of some format.
[[nodiscard]] bool isDefinitionName(QByteArrayView name);

/// An answer that differs from its golden default.
struct AnswerDeviation
{
    QString answer;
    Value golden;
    Value value; ///< Null where the answer was taken out; of a group, what has a default.
    QString why; ///< Why the golden one is recommended.
    friend bool operator==(const AnswerDeviation &, const AnswerDeviation &) = default;
};

/// `answer` to `parameter` as it is compared with its default `golden`: of a group without what has
/// no default there and is left to whoever answers.
[[nodiscard]] Value comparedToGolden(const Parameter &parameter, const Value &golden,
                                     const Value &answer);

/// In the order of the questions; of secrets and hidden questions none.
[[nodiscard]] QList<AnswerDeviation> deviations(const Template &definition, const Form &form);

} // namespace waymark
