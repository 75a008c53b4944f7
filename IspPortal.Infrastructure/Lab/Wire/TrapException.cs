namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>Leaves a command with a trap. Only inside the emulator: a router's refusal ends a command wherever it was.</summary>
internal sealed class TrapException(Trap trap) : Exception(trap.Message)
{
    public Trap Trap { get; } = trap;
}
