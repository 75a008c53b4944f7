namespace IspPortal.Web.Shared;

/// <summary>One choice of <c>FindField</c>.</summary>
/// <param name="Value">What is chosen by it.</param>
/// <param name="Text">Its name.</param>
/// <param name="Note">What else tells it from others of that name, or null.</param>
public sealed record PickOption(string Value, string Text, string? Note = null);
