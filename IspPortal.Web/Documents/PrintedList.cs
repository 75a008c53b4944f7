using IspPortal.Core.Documents;

namespace IspPortal.Web.Documents;

/// <summary>A filtered list on paper.</summary>
/// <param name="FileName">The name of its file.</param>
/// <param name="Title">What it lists.</param>
/// <param name="Stamp">When it was made, in the reader's zone.</param>
/// <param name="Headings">Its columns.</param>
/// <param name="Rows">Texts and numbers; null is an empty cell.</param>
public sealed record PrintedList(string FileName, string Title, string Stamp, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows) : IPrintedDocument;
