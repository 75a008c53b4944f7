namespace IspPortal.Core.Lab;

/// <summary>A message that arrived at a provider of the lab.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Provider">Where.</param>
/// <param name="To">For whom.</param>
/// <param name="Subject">Of a mail, or null.</param>
/// <param name="Text">What it says.</param>
/// <param name="Files">Names of the files that came along.</param>
public sealed record LabLetter(int Number, DateTime AtUtc, LabProvider Provider, string To, string? Subject, string Text, IReadOnlyList<string> Files);
