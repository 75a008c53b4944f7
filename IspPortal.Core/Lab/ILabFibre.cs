using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Lab;

/// <summary>Cuts the fibre of the lab's sample plant and mends it: the modems behind it fall silent, as they do when an excavator was there. Needs <see cref="LabPermissions.LabWrite"/>.</summary>
public interface ILabFibre
{
    /// <summary>What is cut now, by name.</summary>
    IReadOnlyList<LabCut> Cuts();

    /// <summary>Cuts everything that passes a node or cable of the plant, found by its name; answers how many modems went dark. Errors: <see cref="LabErrors.NotRunning"/>, <c>lab.no_such_plant</c>.</summary>
    Task<Result<int>> CutAsync(string name, CancellationToken cancellationToken);

    /// <summary>Mends it: the modems dial again within their redial time. Errors: <c>lab.no_such_cut</c>.</summary>
    Task<Result<int>> MendAsync(string name, CancellationToken cancellationToken);
}
