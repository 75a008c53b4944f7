namespace IspPortal.Web.Shared.Export;

/// <summary>One column of an exported list.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Title">Its heading, in the reader's language, with the unit of its figures.</param>
/// <param name="Value">The cell: a text, a number, a moment in UTC, or null for an empty one.</param>
internal sealed record CsvColumn<TRow>(string Title, Func<TRow, object?> Value);
