namespace IspPortal.Web.Shared;

/// <summary>One choice of <c>FilterChips</c>.</summary>
public sealed record ChipOption(string Value, string Text, string? Icon = null);
