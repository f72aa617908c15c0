#pragma once

#include "models/catalog/cookiecuttersettings.h"
#include "models/catalog/cookiecuttervariables.h"
#include "models/plan/fetchinput.h"
#include "models/plan/stepfiles.h"

#include <QHash>

namespace waymark {

/// Runs one `fetch:cookiecutter` of a template, as the action of Backstage's module for
/// Cookiecutter does: all of the folder that is fetched is the project, its `cookiecutter.json` and
/// what would be hooks elsewhere too; of the variables in that file those that the step gives
/// values for are overwritten; nobody is asked.
class CookiecutterFetch
{
public:
    CookiecutterFetch(const StepRun &run, const ActionInput &input);

    /// An error where the step as a whole cannot be done; one in a file is that file's problem.
    [[nodiscard]] Result<> run(Workspace &workspace);

private:
    void takeSources();
    [[nodiscard]] Result<CookiecutterSettings> settings(const TemplateTree &tree) const;
    [[nodiscard]] Result<Map> variables(const JsonDocument &document) const;
    [[nodiscard]] Result<> checkVariables(const CookiecutterSettings &settings) const;
    [[nodiscard]] QList<RawVariable> rawVariables(const Map &variables) const;
    [[nodiscard]] Result<jinja::TaggedValue> context(const CookiecutterSettings &settings) const;
    [[nodiscard]] Problem withoutSecrets(Problem problem, const QString &name) const;
    [[nodiscard]] jinja::TaggedValue withAnswers(const jinja::TaggedValue &value) const;
    [[nodiscard]] jinja::Sources answersOf(const jinja::Sources &variables) const;
    [[nodiscard]] Result<Rendering> made(const TemplateTree &tree,
                                         const CookiecutterSettings &settings,
                                         const jinja::TaggedValue &context,
                                         Workspace &workspace) const;
    [[nodiscard]] Result<> take(const Rendering &made, Workspace &workspace) const;
    void takeFile(RenderedFile file, Workspace &workspace) const;
    void leaveOut(const LeftOutFile &file, Workspace &workspace) const;
    [[nodiscard]] QByteArray placed(const QByteArray &path, const jinja::Sources &sources,
                                    Workspace &workspace) const;
    /// `problem` at what the step gives for the variable `name`; as it is, where that is nothing.
    [[nodiscard]] std::unexpected<Error> wrong(Problem problem, const QString &name) const;
    [[nodiscard]] QString folder() const;

    const StepRun &m_run;
    const ActionInput &m_input;
    FetchInput m_fetched;
    QHash<QString, jinja::Sources> m_sources; ///< Of what the step gives, by the variables.
};

} // namespace waymark
