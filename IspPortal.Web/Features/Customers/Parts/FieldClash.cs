namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>A field that differs between one's own form and what somebody else saved meanwhile.</summary>
/// <param name="Field">The field.</param>
/// <param name="Mine">One's own text.</param>
/// <param name="Theirs">The text that is saved now.</param>
/// <param name="ChangedByMe">Whether one changed it oneself; else it is only theirs.</param>
public sealed record FieldClash(FormField Field, string Mine, string Theirs, bool ChangedByMe);
