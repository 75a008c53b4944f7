namespace IspPortal.Core.Customers;

/// <summary>A note.</summary>
/// <param name="Id">The note.</param>
/// <param name="Text">What it says.</param>
/// <param name="AuthorName">Who wrote it.</param>
/// <param name="AtUtc">When.</param>
public sealed record NoteRow(Guid Id, string Text, string AuthorName, DateTime AtUtc);
