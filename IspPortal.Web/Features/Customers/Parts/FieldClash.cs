namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>A field that differs between one's own form and what somebody else saved meanwhile.</summary>
/// <param name="Field">The field.</param>
/// <param name="Mine">One's own form.</param>
/// <param name="Theirs">What is saved now.</param>
/// <param name="ChangedByMe">Whether one changed it oneself; else it is only theirs.</param>
public sealed record FieldClash(FormField Field, CustomerForm Mine, CustomerForm Theirs, bool ChangedByMe);
