namespace IspPortal.Core.Alerts;

/// <summary>Something that happened to an incident.</summary>
/// <param name="Kind">What.</param>
/// <param name="AtUtc">When.</param>
/// <param name="By">Who; null: by itself.</param>
/// <param name="Text">What was said, or what hid it; null: nothing.</param>
public sealed record AlertMomentRow(AlertMomentKind Kind, DateTime AtUtc, string? By, string? Text);
