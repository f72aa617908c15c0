#include "models/items/goldenchoice.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr TextContext translated("GoldenChoice");

} // namespace

GoldenChoice goldenChoice(const Plan &plan, const QByteArray &path)
{
    GoldenChoice choice;
    for (const PlannedFile &file : plan.files) {
        const bool takesGolden = file.change.kind == ChangeClass::Updated;
        if (file.change.path == path) {
            choice.isOffered = takesGolden || file.change.kind == ChangeClass::Kept;
            choice.takesGolden = takesGolden;
        }
        if (takesGolden != (file.change.path == path && choice.isOffered))
            choice.next += displayed(file.change.path);
    }
    if (!choice.isOffered)
        return {};
    choice.text = choice.takesGolden ? translated("The golden text takes the place of yours.")
                                     : translated("Your file is kept.");
    choice.verb = choice.takesGolden ? translated("Keep yours") : translated("Use the golden text");
    return choice;
}

} // namespace waymark
