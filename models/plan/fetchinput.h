#pragma once

#include "models/plan/actioninput.h"

namespace waymark {

/// What a `fetch:template`, `fetch:plain` or `fetch:cookiecutter` is given, once it is what the
/// action's schema in Backstage wants.
struct FetchInput
{
    QByteArray source = {}; ///< The folder that is fetched, from the template's; "" is that one.
    QByteArray target; ///< Where it goes, below the service's,
    QByteArray shownTarget; ///< and how that is shown: without secrets.
    jinja::TaggedValue values;
    QStringList copied; ///< Patterns of files of which only the name is rendered, by Nunjucks.
    QByteArray extension; ///< Only files with it are rendered, and lose it. Empty: all are.
    bool isCompatible = false; ///< With Cookiecutter's templates.
    bool trimsBlocks = false;
    bool stripsBlocks = false;
    bool replaces = false;
    jinja::Sources replacesBecause; ///< What `replaces` depends on.
    bool isPlain = false; ///< Nothing is rendered.
    jinja::Sources sources; ///< What all but `values` depends on; only `target` by data.

    /// Whether the same files are read, and in the same way.
    [[nodiscard]] bool readsLike(const FetchInput &other) const;
};

/// Where the `url` of `input` leads, from the folder of the template at `place` in its source.
[[nodiscard]] Result<QByteArray> fetchedPlace(const ActionInput &input, const QByteArray &place);

/// Why the folder at `source` of `tree`, as fetchedPlace() gives it, cannot be fetched.
[[nodiscard]] std::optional<Problem> missingFolder(const TemplateTree &tree,
                                                   const QByteArray &source);

/// `evaluated`, the input of `step`, of the template at `place` in its source. An error stands at
/// the entry that is wrong.
[[nodiscard]] Result<FetchInput> readFetchInput(const TemplateStep &step,
                                                const jinja::TaggedValue &evaluated,
                                                const QByteArray &place,
                                                const StepContext &context);

} // namespace waymark
