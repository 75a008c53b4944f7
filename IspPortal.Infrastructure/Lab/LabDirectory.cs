namespace IspPortal.Infrastructure.Lab;

/// <summary>Where the emulated routers keep what was configured on them.</summary>
/// <param name="Path">A folder per profile, so that changing the profile mixes nothing.</param>
internal sealed record LabDirectory(string Path);
