namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>How slow the routers of a network are; 0 means no limit.</summary>
internal sealed record LabNetworkTuning(int RowsPerSecond = 0, int RequestBurst = 0, int RequestsPerSecond = 130);
