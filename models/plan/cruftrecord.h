#pragma once

#include "models/catalog/form.h"
#include "models/catalog/template.h"
#include "models/plan/record.h"

namespace waymark {

/// Where Cruft keeps which template a project was made of.
inline constexpr QByteArrayView cruftRecordPath = ".cruft.json";

/// What stands there, as Cruft writes it, for a service of the Cookiecutter template `definition`,
/// which is `made`, with the answers of `form`. Nothing where the template is of no commit that
/// Cruft could fetch again.
[[nodiscard]] std::optional<QByteArray> toCruftRecord(const Template &definition, const Form &form,
                                                      const TemplateIdentity &made);

} // namespace waymark
