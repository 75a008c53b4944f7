namespace IspPortal.Core.Lab;

/// <summary>What the traffic model says a live session or line does at an instant: the truth that a collector's numbers are checked against.</summary>
/// <param name="DownloadBitsPerSecond">Towards the customer.</param>
/// <param name="UploadBitsPerSecond">From the customer.</param>
public readonly record struct LabTrueRate(double DownloadBitsPerSecond, double UploadBitsPerSecond);
