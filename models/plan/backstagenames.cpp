#include "models/plan/backstagenames.h"

#include "models/base/textcontext.h"
#include "models/plan/namecheck.h"

namespace waymark {
namespace {

constexpr TextContext translated("NameCheck");

} // namespace

QList<Problem> misspeltBackstageNames(const LoadedTemplate &loaded, const std::stop_token &stop)
{
    NameCheck ofSkeleton(NameCheck::Unknown::Outsider,
                         translated("Hand it on in the “values” of the step that fetches the file, "
                                    "or correct the name."),
                         stop);
    NameCheck ofDefinition(NameCheck::Unknown::Slip,
                           translated("Correct the name, or add what it stands for."), stop);
    const Template &definition = loaded.entry.definition;
    if (!definition.document)
        return {};
    checkDefinitionNames(definition, ofDefinition);
    checkSkeletonNames(loaded, ofSkeleton);
    return ofDefinition.problems() + ofSkeleton.problems();
}

} // namespace waymark
