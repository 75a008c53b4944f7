using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>A command that is no plain table operation.</summary>
/// <param name="Policy">What the user's group must allow.</param>
/// <param name="RunAsync">Does it and sends everything, the <c>!done</c> too.</param>
internal sealed record SpecialCommand(string Policy, Func<ApiConnection, RunningCommand, Task> RunAsync);
