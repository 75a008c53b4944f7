using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Customers.Documents;

/// <summary>The bounds of <see cref="DocumentSettings"/>.</summary>
public sealed class DocumentSettingsValidator : FormValidator<DocumentSettings>
{
    /// <summary>States the bounds.</summary>
    public DocumentSettingsValidator()
    {
        RuleFor(s => s.MaxMegabytes).InclusiveBetween(1, DocumentSettings.MostMegabytes);
        RuleFor(s => s.ExpiringSoonDays).InclusiveBetween(1, 365);
        RuleFor(s => s.KeepRemovedDays).InclusiveBetween(1, 3650);
    }
}
