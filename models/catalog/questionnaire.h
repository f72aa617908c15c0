#pragma once

#include "models/catalog/answerproblem.h"
#include "models/catalog/occasion.h"
#include "models/catalog/parameter.h"
#include "models/jinja/taggedvalue.h"

#include <QHash>

namespace waymark {

/// One question of a questionnaire, as it stands with some answers.
struct AskedQuestion
{
    enum class Standing : quint8 {
        Asked,
        Hidden, ///< Nobody is asked, but an answer that is given counts.
        Skipped, ///< Not asked with these answers; one that is given is for nothing.
    };

    Parameter parameter = {};
    int page = 0; ///< Index into Questionnaire::pages().
    Standing standing = Standing::Asked;
    std::optional<Value> answer = {}; ///< What was given, else the default.
    std::optional<Value> usual = {}; ///< What it would be, had nothing been given here.
    QList<AnswerProblem> problems = {};
};

/// All questions of a questionnaire, as they stand with some answers.
struct Questioning
{
    QList<AskedQuestion> questions = {}; ///< In order; each name once.
    QList<AnswerProblem> problems = {}; ///< Of no single question.
    /// What the template's files see of all this, each value with the answers that it comes from.
    jinja::TaggedValue context = {};
};

/// Questions each of which may depend on the answers before it: whether it is asked, how it is
/// worded, what stands where nothing is answered. Immutable; asked from several threads at once.
class Questionnaire
{
public:
    struct Page
    {
        QString title; ///< Never empty.
        QString description = {};
    };

    Questionnaire() = default;
    Q_DISABLE_COPY_MOVE(Questionnaire)
    virtual ~Questionnaire() = default;

    /// Never empty where there are questions.
    [[nodiscard]] virtual QList<Page> pages() const = 0;
    /// Every name that an answer can have, asked now or not, in the template's order.
    [[nodiscard]] virtual QStringList names() const = 0;
    /// The question of this name as it is without any answer, whether it is asked then or not.
    [[nodiscard]] virtual std::optional<Parameter> parameter(const QString &name) const = 0;
    /// Names of questions whose answers are secrets.
    [[nodiscard]] virtual QStringList secretNames() const { return {}; }
    /// The question whose answer is what the service is called; empty: it is not known.
    [[nodiscard]] virtual QString serviceName() const { return {}; }
    /// As decidingAnswers() has it.
    [[nodiscard]] virtual QHash<QString, QStringList> decidingAnswers() const { return {}; }
    /// The answers in `file`, a file of answers: some tools write them inside of something else.
    [[nodiscard]] virtual Map answersIn(const Map &file) const { return file; }
    /// The questions with the answers `given`; the same arguments give the same.
    [[nodiscard]] virtual Questioning ask(const Map &given, const Occasion &occasion) const = 0;
    /// Files below a service's root in which the format's own tool keeps its answers.
    [[nodiscard]] virtual QStringList answersFiles() const { return {}; }
};

} // namespace waymark
