using IspPortal.Core.Common.Paging;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What reading a file in would do.</summary>
/// <param name="Revision">The revision of the plant that it was judged against; applying wants it back.</param>
/// <param name="Format">What the file turned out to be.</param>
/// <param name="Counts">How many things of each verdict.</param>
/// <param name="NeedsKind">How many points lack a kind: they want <see cref="PlantImportOptions.KindOfPoints"/>.</param>
/// <param name="Rows">A page of its things: wrong ones first, then new, changed, kept and the same.</param>
public sealed record PlantImportPreview(long Revision, PlantFormat Format, PlantImportCounts Counts, int NeedsKind, Page<PlantImportRow> Rows);
