//! The shape of a plan: which node stands under which, which uses stand under a node, and what
//! is broken in it. Not here: the sentences about what is broken, see [`crate::check`].

use hashbrown::HashMap;

use crate::plan::Plan;

/// The tree of a plan, by positions in [`Plan::nodes`] and [`Plan::uses`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// The nodes at the top.
    pub top: Vec<usize>,
    /// The children of each node.
    pub children: Vec<Vec<usize>>,
    /// The uses of indicators under each node.
    pub uses: Vec<Vec<usize>>,
    /// All nodes, each before its children: depth first, then those that hang nowhere.
    pub order: Vec<usize>,
    /// What is broken, in the order of the rows.
    pub faults: Vec<Fault>,
    faulty_nodes: Vec<bool>,
    faulty_uses: Vec<bool>,
    by_code: HashMap<String, usize>,
}

/// Something broken in the shape of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The second node of a code.
    NodeTwice {
        /// The first.
        first: usize,
        /// The second.
        second: usize,
    },
    /// A node whose parent does not exist.
    NodeParentUnknown(usize),
    /// Nodes each of which is the parent of the one before, and the last of them the first.
    Cycle(Vec<usize>),
    /// An indicator under a node that does not exist.
    UseParentUnknown(usize),
    /// The second use of an indicator under one node.
    UseTwice {
        /// The first.
        first: usize,
        /// The second.
        second: usize,
    },
}

impl Tree {
    /// The tree of a plan. It never fails: what is broken is kept aside and named.
    ///
    /// ```
    /// use traguardo::{sample, tree::Tree};
    /// let tree = Tree::of(&sample::plan());
    /// assert_eq!((tree.top.len(), tree.faults.len()), (1, 0));
    /// ```
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let count = plan.nodes.len();
        let mut tree = Self {
            children: vec![Vec::new(); count],
            uses: vec![Vec::new(); count],
            faulty_nodes: vec![false; count],
            faulty_uses: vec![false; plan.uses.len()],
            ..Self::default()
        };
        tree.name_nodes(plan);
        let detached = tree.hang_nodes(plan);
        tree.hang_uses(plan);
        tree.walk(&detached);
        tree
    }

    /// The position of a node, by its code.
    ///
    /// ```
    /// use traguardo::{sample, tree::Tree};
    /// assert_eq!(Tree::of(&sample::plan()).node("301"), Some(1));
    /// ```
    #[must_use]
    pub fn node(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// Whether a node cannot be scored because of where it stands.
    ///
    /// ```
    /// use traguardo::{sample, tree::Tree};
    /// assert!(!Tree::of(&sample::plan()).is_faulty_node(0));
    /// ```
    #[must_use]
    pub fn is_faulty_node(&self, node: usize) -> bool {
        self.faulty_nodes.get(node).copied().unwrap_or(false)
    }

    /// Whether a use cannot be scored because of where it stands.
    ///
    /// ```
    /// use traguardo::{sample, tree::Tree};
    /// assert!(!Tree::of(&sample::plan()).is_faulty_use(0));
    /// ```
    #[must_use]
    pub fn is_faulty_use(&self, used: usize) -> bool {
        self.faulty_uses.get(used).copied().unwrap_or(false)
    }

    /// The nodes from the top down to a node, itself included.
    ///
    /// ```
    /// use traguardo::{sample, tree::Tree};
    /// let plan = sample::plan();
    /// assert_eq!(Tree::of(&plan).path(&plan, 2), [0, 1, 2]);
    /// ```
    #[must_use]
    pub fn path(&self, plan: &Plan, node: usize) -> Vec<usize> {
        let mut path = vec![node];
        let mut at = node;
        while let Some(up) = plan.nodes[at].parent.as_deref().and_then(|code| self.node(code)) {
            if path.contains(&up) {
                break;
            }
            path.push(up);
            at = up;
        }
        path.reverse();
        path
    }

    fn name_nodes(&mut self, plan: &Plan) {
        for (at, node) in plan.nodes.iter().enumerate() {
            match self.by_code.get(&node.code) {
                Some(&first) => {
                    self.faulty_nodes[at] = true;
                    self.faults.push(Fault::NodeTwice { first, second: at });
                }
                None => {
                    self.by_code.insert(node.code.clone(), at);
                }
            }
        }
    }

    /// Hangs each node under its parent; returns those that hang nowhere.
    fn hang_nodes(&mut self, plan: &Plan) -> Vec<usize> {
        let parent_of = |tree: &Self, at: usize| {
            plan.nodes[at].parent.as_deref().map(|code| tree.by_code.get(code).copied())
        };
        let in_cycle = self.find_cycles(plan);
        let mut detached = Vec::new();
        for (at, in_cycle) in in_cycle.into_iter().enumerate() {
            match parent_of(self, at) {
                _ if in_cycle => detached.push(at),
                None => self.top.push(at),
                Some(Some(parent)) => self.children[parent].push(at),
                Some(None) => {
                    self.faults.push(Fault::NodeParentUnknown(at));
                    self.faulty_nodes[at] = true;
                    detached.push(at);
                }
            }
        }
        detached
    }

    fn find_cycles(&mut self, plan: &Plan) -> Vec<bool> {
        // 0: not seen; otherwise the number of the walk that came by first.
        let mut seen = vec![0_usize; plan.nodes.len()];
        let mut in_cycle = vec![false; plan.nodes.len()];
        for start in 0..plan.nodes.len() {
            let mut walked = Vec::new();
            let mut next = Some(start);
            while let Some(at) = next.filter(|at| seen[*at] == 0) {
                seen[at] = start + 1;
                walked.push(at);
                next = plan.nodes[at].parent.as_deref().and_then(|code| self.node(code));
            }
            let closes = next.filter(|at| seen[*at] == start + 1);
            if let Some(first) = closes.and_then(|at| walked.iter().position(|w| *w == at)) {
                let cycle = walked.split_off(first);
                for at in &cycle {
                    in_cycle[*at] = true;
                    self.faulty_nodes[*at] = true;
                }
                self.faults.push(Fault::Cycle(cycle));
            }
        }
        in_cycle
    }

    fn hang_uses(&mut self, plan: &Plan) {
        let mut first_uses: HashMap<(usize, &str), usize> = HashMap::new();
        for (at, used) in plan.uses.iter().enumerate() {
            let Some(node) = self.node(&used.node) else {
                self.faulty_uses[at] = true;
                self.faults.push(Fault::UseParentUnknown(at));
                continue;
            };
            if let Some(first) = first_uses.insert((node, &used.indicator), at) {
                first_uses.insert((node, &used.indicator), first);
                self.faulty_uses[at] = true;
                self.faults.push(Fault::UseTwice { first, second: at });
            }
            self.uses[node].push(at);
        }
    }

    fn walk(&mut self, detached: &[usize]) {
        // A stack of its own: a chain of fifty thousand nodes must not exhaust the thread's.
        let mut stack: Vec<usize> = self.top.iter().chain(detached).rev().copied().collect();
        while let Some(at) = stack.pop() {
            self.order.push(at);
            stack.extend(self.children[at].iter().rev());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_is_broken_is_named_and_the_rest_is_kept() {
        let mut plan = sample::plan();
        plan.nodes.push(plan.nodes[1].clone());
        plan.nodes.push(plan.nodes[2].clone());
        plan.nodes[4].code = "900".to_owned();
        plan.nodes[4].parent = Some("999".to_owned());
        plan.uses.push(plan.uses[0].clone());
        let tree = Tree::of(&plan);
        assert_eq!(
            tree.faults,
            [
                Fault::NodeTwice { first: 1, second: 3 },
                Fault::NodeParentUnknown(4),
                Fault::UseTwice { first: 0, second: 3 },
            ]
        );
        assert_eq!(tree.order, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_cycle_hangs_nowhere_and_is_named_once() {
        let mut plan = sample::plan();
        plan.nodes[0].parent = Some("301.D1.2".to_owned());
        let tree = Tree::of(&plan);
        assert_eq!(tree.faults, [Fault::Cycle(vec![0, 2, 1])]);
        assert_eq!(tree.order, [0, 1, 2]);
        assert!(tree.top.is_empty());
    }

    #[test]
    fn a_chain_of_fifty_thousand_nodes_is_walked() {
        let mut plan = sample::plan();
        let template = plan.nodes[0].clone();
        plan.nodes = (0..50_000)
            .map(|n| {
                let mut node = template.clone();
                node.code = n.to_string();
                node.parent = (n > 0).then(|| (n - 1).to_string());
                node
            })
            .collect();
        assert_eq!(Tree::of(&plan).order.len(), 50_000);
    }
}
