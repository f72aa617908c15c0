#include "models/plan/misspeltnames.h"

#include "models/plan/backstagenames.h"
#include "models/plan/cookiecutternames.h"
#include "models/plan/copiernamecheck.h"

namespace waymark {

QList<Problem> misspeltNames(const LoadedTemplate &loaded, const std::stop_token &stop)
{
    switch (loaded.entry.definition.format) {
    case TemplateFormat::Backstage:
        break;
    case TemplateFormat::Copier:
        return misspeltCopierNames(loaded, stop);
    case TemplateFormat::Cookiecutter:
        return misspeltCookiecutterNames(loaded, stop);
    }
    return misspeltBackstageNames(loaded, stop);
}

} // namespace waymark
