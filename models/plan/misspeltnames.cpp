#include "models/plan/misspeltnames.h"

#include "models/plan/backstagenames.h"
#include "models/plan/cookiecutternames.h"
#include "models/plan/copiernamecheck.h"

namespace waymark {

QList<Problem> misspeltNames(const LoadedTemplate &loaded)
{
    switch (loaded.entry.definition.format) {
    case TemplateFormat::Backstage:
        break;
    case TemplateFormat::Copier:
        return misspeltCopierNames(loaded);
    case TemplateFormat::Cookiecutter:
        return misspeltCookiecutterNames(loaded);
    }
    return misspeltBackstageNames(loaded);
}

} // namespace waymark
