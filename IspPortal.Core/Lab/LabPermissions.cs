namespace IspPortal.Core.Lab;

/// <summary>What one may be allowed to do with the lab, where there is one.</summary>
public static class LabPermissions
{
    /// <summary>See the emulated routers.</summary>
    public const string LabRead = "lab.read";

    /// <summary>Throw the lab's fault switches.</summary>
    public const string LabWrite = "lab.write";
}
