using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant.Editing;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>What a file does to the plant.</summary>
/// <param name="Rows">Every thing of the file, wrong ones first.</param>
/// <param name="Nodes">Nodes to draw or change.</param>
/// <param name="Cables">Cables to draw or change.</param>
/// <param name="Links">Radio links to draw or change.</param>
internal sealed record PlantMerged(
    IReadOnlyList<PlantImportRow> Rows, IReadOnlyList<Merged<SavePlantNodeRequest>> Nodes, IReadOnlyList<Merged<SaveCableRequest>> Cables, IReadOnlyList<Merged<SaveRadioLinkRequest>> Links)
{
    /// <summary>How many of its things are wrong.</summary>
    public int Wrong => Rows.Count(row => row.Verdict == PlantImportVerdict.Wrong);
}
